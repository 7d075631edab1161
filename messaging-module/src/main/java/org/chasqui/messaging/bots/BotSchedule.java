package org.chasqui.messaging.bots;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a bot answers, in its own zone.
 *
 * @param zone its time zone
 * @param days the days on which its hours begin; none means never
 * @param hours the hours of each of these days
 */
public record BotSchedule(BotZone zone, Set<DayOfWeek> days, BotHours hours) {
    /** Day and night. */
    public static final BotSchedule ALWAYS =
            new BotSchedule(BotZone.UTC, EnumSet.allOf(DayOfWeek.class), BotHours.ALWAYS);

    /** Copies the days. */
    public BotSchedule {
        days = Set.copyOf(days);
    }

    /**
     * Whether it answers at a time. Hours over midnight belong to the day on which they began; the clock on the wall counts,
     * so an hour that daylight saving takes away is missing, and one that it gives twice counts twice.
     */
    public boolean isActiveAt(Instant at) {
        var local = at.atZone(zone.zone());
        var day = local.getDayOfWeek();
        if (hours.isWholeDay()) {
            return days.contains(day);
        }
        var time = local.toLocalTime();
        if (hours.isOverMidnight()) {
            return days.contains(day) && !time.isBefore(hours.begin())
                    || days.contains(day.minus(1)) && time.isBefore(hours.end());
        }
        return days.contains(day) && !time.isBefore(hours.begin()) && time.isBefore(hours.end());
    }
}
