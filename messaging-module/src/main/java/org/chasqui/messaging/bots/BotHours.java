package org.chasqui.messaging.bots;

import java.time.LocalTime;
import java.util.regex.Pattern;
import org.chasqui.platform.failure.RequestFailed;

/**
 * The hours of a day in which a bot answers, as the customer wrote them: {@code 9:00} to {@code 17:30}, or {@code always}
 * (seed 001). Hours that end before they begin go on over midnight; hours that end when they begin are the whole day.
 *
 * @param from as it was written: {@code H:mm}, {@code HH:mm} or {@code always}
 * @param to as it was written; the minute at which it ends is not in it
 */
public record BotHours(String from, String to) {
    private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3]):([0-5][0-9])");
    private static final String MIDNIGHT_AGAIN = "24:00";

    /** The whole day. */
    public static final BotHours ALWAYS = new BotHours("always", "always");

    /**
     * Checks both ends.
     *
     * @throws RequestFailed VALIDATION_FAILED of the fields {@code active_hours.from} or {@code .to}
     */
    public BotHours {
        from = from.strip();
        to = to.strip();
        time("active_hours.from", from);
        time("active_hours.to", to);
    }

    /** Whether there is no hour in which it does not answer. */
    public boolean isWholeDay() {
        return isAlways(from) || isAlways(to) || begin().equals(end());
    }

    /** Whether it goes on over midnight: what is after belongs to the day on which it began. */
    public boolean isOverMidnight() {
        return !isWholeDay() && end().isBefore(begin());
    }

    /** When it begins; midnight when that is always. */
    LocalTime begin() {
        return time("active_hours.from", from);
    }

    /** When it ends; midnight is the end of the day. */
    LocalTime end() {
        return time("active_hours.to", to);
    }

    private static boolean isAlways(String text) {
        return text.equalsIgnoreCase("always");
    }

    private static LocalTime time(String field, String text) {
        if (isAlways(text) || text.equals(MIDNIGHT_AGAIN)) {
            return LocalTime.MIDNIGHT;
        }
        var parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw RequestFailed.invalid(field, "must be a time such as 9:00 or 17:30, or always.");
        }
        return LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }
}
