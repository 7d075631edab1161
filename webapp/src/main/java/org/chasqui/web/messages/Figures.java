package org.chasqui.web.messages;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.chasqui.analytics.markets.Markets;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.messaging.messages.Happened;
import org.chasqui.messaging.messages.Lasted;
import org.chasqui.messaging.messages.Milestone;
import org.chasqui.messaging.messages.PeopleIn;
import org.chasqui.messaging.messages.Priced;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the links of figures say in the address: the rows behind a number of Analytics, Costs or a campaign. Nonsense filters nothing.
 *
 * <ul>
 *   <li>{@code market=Rest of Africa@2026-09-30}: a market of Meta or a country; the day says whose markets, today without it
 *   <li>{@code price=charged:utility}: told, charged or free, and the category that Meta named
 *   <li>{@code took=delivered:2300}: a step, and the milliseconds that it took longer than
 *   <li>{@code happened=taken:2026-11-20T14:24:00Z..2026-11-20T14:26:00Z}: what happened, from when, and before when
 * </ul>
 */
public final class Figures {
    private static final Texts TEXTS = Texts.of("messages");
    private static final String SPAN = "..";
    private static final UUID NOBODY = new UUID(0, 0);

    private Figures() {}

    /** A market of some day, as the address has it. */
    public static String market(String market, LocalDate day) {
        return market + "@" + day;
    }

    /** Messages that took longer than some time, as the address has it. */
    public static String took(String step, long longerThanMillis) {
        return step + ":" + longerThanMillis;
    }

    /**
     * Messages to which something happened, as the address has it.
     *
     * @param from inclusive
     * @param until exclusive
     */
    public static String happened(Happened.What what, Instant from, Instant until) {
        return what.wireName() + ":" + from + SPAN + until;
    }

    private record Pair(String first, String second) {
        private static Pair of(String text, char between) {
            int cut = text.lastIndexOf(between);
            return cut < 0 ? new Pair(text, "") : new Pair(text.substring(0, cut), text.substring(cut + 1));
        }
    }

    static @Nullable PeopleIn people(@Nullable String market, LocalDate today) {
        if (market == null) {
            return null;
        }
        var pair = Pair.of(market, '@');
        var day = day(pair.second, today);
        if (!Markets.isKnown(pair.first, day)) {
            return null;
        }
        var filter = CountFilter.all(NOBODY).inMarket(pair.first, day);
        var countries = filter.countries();
        return countries == null ? null : new PeopleIn(countries, filter.exceptCountries());
    }

    private static LocalDate day(String text, LocalDate today) {
        try {
            return text.isEmpty() ? today : LocalDate.parse(text);
        } catch (DateTimeException nonsense) {
            return today;
        }
    }

    static String marketText(String market) {
        return Pair.of(market, '@').first;
    }

    static @Nullable Priced priced(@Nullable String price) {
        if (price == null) {
            return null;
        }
        var pair = Pair.of(price, ':');
        try {
            var said = Priced.Said.valueOf(pair.first.toUpperCase(Locale.ROOT));
            return new Priced(said, pair.second.isEmpty() ? null : pair.second);
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }

    static String priceText(String price) {
        var pair = Pair.of(price, ':');
        var said = TEXTS.getOr("price." + pair.first, pair.first);
        return pair.second.isEmpty()
                ? said
                : said + ", " + Texts.of("costs").getOr("category." + pair.second, pair.second);
    }

    static @Nullable Lasted lasted(@Nullable String took) {
        if (took == null) {
            return null;
        }
        var pair = Pair.of(took, ':');
        var step = Milestone.ofWireName(pair.first).filter(one -> one != Milestone.REPLIED);
        if (step.isEmpty() || !pair.second.matches("\\d{0,12}")) {
            return null;
        }
        return new Lasted(step.get(), pair.second.isEmpty() ? -1 : Long.parseLong(pair.second));
    }

    static String tookText(String took) {
        var lasted = lasted(took);
        if (lasted == null) {
            return took;
        }
        var step = Texts.of("analytics").getOr("step." + lasted.step().wireName(), took);
        return lasted.longerThanMillis() < 0
                ? step
                : TEXTS.get("took.longer", step, Formats.duration(Duration.ofMillis(lasted.longerThanMillis())));
    }

    static @Nullable Happened happened(@Nullable String happened) {
        int colon = happened == null ? -1 : happened.indexOf(':');
        int dots = happened == null ? -1 : happened.indexOf(SPAN);
        if (happened == null || colon < 0 || dots < colon) {
            return null;
        }
        try {
            var from = Instant.parse(happened.substring(colon + 1, dots));
            var until = Instant.parse(happened.substring(dots + SPAN.length()));
            return Happened.What.ofWireName(happened.substring(0, colon))
                    .map(what -> new Happened(what, from, until))
                    .orElse(null);
        } catch (DateTimeException nonsense) {
            return null;
        }
    }
}
