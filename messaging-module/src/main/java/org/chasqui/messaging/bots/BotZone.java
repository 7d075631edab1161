package org.chasqui.messaging.bots;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chasqui.platform.failure.RequestFailed;

/**
 * The time zone of a bot, as the customer wrote it: an offset ({@code +1}, {@code +05:30}, {@code UTC+1}, {@code GMT-3})
 * or a name of IANA ({@code Africa/Harare}) (seed 001).
 *
 * @param text as it was written, which is how it is shown
 * @param zone what it means
 */
public record BotZone(String text, ZoneId zone) {
    /** Where nobody has said anything. */
    public static final BotZone UTC = new BotZone("UTC", ZoneOffset.UTC);

    private static final Pattern OFFSET =
            Pattern.compile("(?i)(?:UTC|GMT)?\\s*([+-])\\s*([0-9]{1,2})(?::?([0-5][0-9]))?");

    /**
     * Reads a zone.
     *
     * @throws RequestFailed VALIDATION_FAILED of the field {@code timezone} for what is none
     */
    public static BotZone parse(String text) {
        var stripped = text.strip();
        var offset = OFFSET.matcher(stripped);
        try {
            return new BotZone(stripped, offset.matches() ? offset(offset.toMatchResult()) : named(stripped));
        } catch (DateTimeException none) {
            throw RequestFailed.invalid(
                    "timezone", "must be an offset such as +1, +05:30 or UTC-3, or a name such as Africa/Harare.");
        }
    }

    private static ZoneOffset offset(MatchResult parts) {
        int sign = parts.group(1).equals("-") ? -1 : 1;
        int minutes = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(parts.group(2)), sign * minutes);
    }

    /** Names of IANA, UTC and GMT; Java's own forms (UTC+01:00:30, Z) are none. */
    private static ZoneId named(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new DateTimeException("no such zone");
        }
        return ZoneId.of(name);
    }
}
