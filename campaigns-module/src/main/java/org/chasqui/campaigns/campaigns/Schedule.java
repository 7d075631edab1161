package org.chasqui.campaigns.campaigns;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign begins by itself.
 *
 * <p>A local time that daylight saving leaves out (spring) begins as much later as the clocks were put forward; one that
 * comes twice (autumn) begins the first time. The zone's rules are asked when the schedule is made.
 *
 * @param at the moment
 * @param local the local time as it was written; null when it came with an offset
 * @param zone the zone's name; null when it came with an offset
 */
public record Schedule(
        Instant at, @Nullable String local, @Nullable String zone) {
    private static final Duration FURTHEST = Duration.ofDays(366);
    private static final String AT = "scheduled_at";
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    /**
     * Reads a schedule.
     *
     * @param written ISO-8601: a local time with a zone, or a time with its offset
     * @param zoneName a name of the time zone database, for example America/Bogota; null when the time has an offset
     * @throws RequestFailed VALIDATION_FAILED for a time that is none, is over, or is more than a year away
     */
    public static Schedule parse(String written, @Nullable String zoneName, Instant now) {
        var schedule = zoneName == null ? withOffset(written) : local(written, zoneName);
        if (schedule.at.isBefore(now)) {
            throw RequestFailed.invalid(AT, "is over: it means " + schedule.at + ", and it is " + now + ".");
        }
        if (schedule.at.isAfter(now.plus(FURTHEST))) {
            throw RequestFailed.invalid(AT, "is more than a year away.");
        }
        return schedule;
    }

    private static Schedule withOffset(String written) {
        try {
            return new Schedule(OffsetDateTime.parse(written).toInstant(), null, null);
        } catch (DateTimeParseException noTime) {
            throw RequestFailed.invalid(
                    AT,
                    "must be a time with its offset, for example 2026-12-01T09:00:00-05:00, or a local time together"
                            + " with time_zone.");
        }
    }

    private static Schedule local(String written, String zoneName) {
        if (!ZONES.contains(zoneName)) {
            throw RequestFailed.invalid(
                    "time_zone", "is no name of the time zone database, for example America/Bogota.");
        }
        try {
            var local = LocalDateTime.parse(written);
            return new Schedule(local.atZone(ZoneId.of(zoneName)).toInstant(), local.toString(), zoneName);
        } catch (DateTimeParseException noTime) {
            throw RequestFailed.invalid(
                    AT, "must be a local time without an offset beside time_zone, for example 2026-12-01T09:00:00.");
        } catch (DateTimeException impossible) {
            throw RequestFailed.invalid("time_zone", "cannot be used: " + impossible.getMessage());
        }
    }
}
