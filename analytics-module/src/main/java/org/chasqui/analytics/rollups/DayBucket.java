package org.chasqui.analytics.rollups;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The counts of one day in the zone that was asked for. */
public record DayBucket(LocalDate day, Totals totals) {
    /**
     * The first moment that is counted to a day: midnight, and in zones that are off by half an hour the next full hour, because
     * an hour belongs to the day in which it begins.
     */
    public static Instant begin(LocalDate day, ZoneId zone) {
        var midnight = day.atStartOfDay(zone).toInstant();
        var hour = midnight.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(midnight) ? midnight : hour.plus(1, ChronoUnit.HOURS);
    }
}
