package org.chasqui.web.text;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.chasqui.platform.phone.PhoneNumber;
import org.chasqui.web.browser.Appearance;
import org.jspecify.annotations.Nullable;

/** How times, counts and phone numbers are written, in the time zone of the browser. */
@Named("fmt")
@RequestScoped
public class Formats {
    private static final Texts TEXTS = Texts.of("shell");
    private static final String NOTHING = "–";
    private static final DateTimeFormatter TIME = formatter("HH:mm:ss");
    private static final DateTimeFormatter FRACTION = formatter(".SSS");
    private static final DateTimeFormatter SHORT_TIME = formatter("HH:mm");
    private static final DateTimeFormatter DAY = formatter("d MMM");
    private static final DateTimeFormatter DAY_OF_YEAR = formatter("d MMM yyyy");
    private static final DateTimeFormatter FULL = formatter("EEE d MMM yyyy, HH:mm:ss.SSS zzz");

    @Inject
    Appearance appearance;

    @Inject
    Clock clock;

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Texts.LOCALE);
    }

    /** For example {@code 14:32:09}. */
    public String time(@Nullable Instant at) {
        return at == null ? NOTHING : TIME.withZone(zone()).format(at);
    }

    /** For example {@code 14:32}. */
    public String shortTime(@Nullable Instant at) {
        return at == null ? NOTHING : SHORT_TIME.withZone(zone()).format(at);
    }

    /** For example {@code .412}. */
    public String fraction(@Nullable Instant at) {
        return at == null ? "" : FRACTION.withZone(zone()).format(at);
    }

    /** The day unless it is today, for example {@code 17 Nov}; empty for today. */
    public String dayUnlessToday(@Nullable Instant at) {
        return at == null || date(at).equals(today()) ? "" : day(at);
    }

    /** For example {@code today 14:31}, {@code yesterday 09:05} or {@code 17 Nov, 09:05}. */
    public String when(@Nullable Instant at) {
        if (at == null) {
            return NOTHING;
        }
        var date = date(at);
        var time = SHORT_TIME.withZone(zone()).format(at);
        if (date.equals(today())) {
            return TEXTS.get("today") + " " + time;
        }
        return date.equals(today().minusDays(1)) ? TEXTS.get("yesterday") + " " + time : day(at) + ", " + time;
    }

    /** The day, with the year when it is not this one. */
    public String day(@Nullable Instant at) {
        if (at == null) {
            return NOTHING;
        }
        return (date(at).getYear() == today().getYear() ? DAY : DAY_OF_YEAR).format(date(at));
    }

    /** Everything, for a title: day, time to the millisecond and zone. */
    public String full(@Nullable Instant at) {
        return at == null ? "" : FULL.withZone(zone()).format(at);
    }

    /** How long ago, roughly. */
    public String ago(@Nullable Instant at) {
        if (at == null) {
            return TEXTS.get("never");
        }
        var age = Duration.between(at, clock.instant());
        if (age.toSeconds() < 5) {
            return TEXTS.get("ago.now");
        }
        if (age.toMinutes() < 1) {
            return TEXTS.get("ago.seconds", age.toSeconds());
        }
        if (age.toHours() < 1) {
            return TEXTS.get("ago.minutes", age.toMinutes());
        }
        return age.toHours() < 48 ? TEXTS.get("ago.hours", age.toHours()) : TEXTS.get("ago.days", age.toDays());
    }

    /** A duration as people say it: {@code 44 ms}, {@code 3.4 s}, {@code 2 min 5 s}, {@code 3 h 10 min}. */
    public static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Texts.LOCALE, millis < 10_000 ? "%.1f s" : "%.0f s", millis / 1_000.0);
        }
        if (millis < 3_600_000) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }

    /** The day in UTC, for example {@code 2026-11-30}. */
    public static String iso(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    /** With separators, for example {@code 6,783}. */
    public static String count(long count) {
        return String.format(Texts.LOCALE, "%,d", count);
    }

    /** One decimal, for example {@code 96.1 %}; a dash when there is nothing to divide by. */
    public static String percent(long part, long whole) {
        return whole == 0 ? NOTHING : String.format(Texts.LOCALE, "%.1f %%", 100.0 * part / whole);
    }

    /** A phone number or id with only its last four characters. */
    public static String mask(String peer) {
        return PhoneNumber.mask(peer);
    }

    /** Up to two initials of a name, in capitals. */
    public static String initials(String name) {
        var words = name.strip().split("[\\s@._-]+");
        var first = words[0].isEmpty() ? "?" : words[0].substring(0, words[0].offsetByCodePoints(0, 1));
        var last = words.length > 1 && !words[words.length - 1].isEmpty()
                ? words[words.length - 1].substring(0, words[words.length - 1].offsetByCodePoints(0, 1))
                : "";
        return (first + last).toUpperCase(Locale.ROOT);
    }

    /** Today where the browser is. */
    public LocalDate today() {
        return date(clock.instant());
    }

    /** When today began where the browser is. */
    public Instant startOfToday() {
        return today().atStartOfDay(zone()).toInstant();
    }

    /** The time now. */
    public Instant now() {
        return clock.instant();
    }

    /** The zone of the browser. */
    public ZoneId zone() {
        return appearance.zone();
    }

    private LocalDate date(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }
}
