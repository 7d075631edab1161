package org.chasqui.messaging.bots.rest;

import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The days of a bot. */
@Schema(name = "BotDays", description = "On which days a bot's hours begin. In a change, what is left out stays.")
public record DaysBody(
        @Schema(description = "Monday") @Nullable Boolean monday,
        @Schema(description = "Tuesday") @Nullable Boolean tuesday,
        @Schema(description = "Wednesday") @Nullable Boolean wednesday,
        @Schema(description = "Thursday") @Nullable Boolean thursday,
        @Schema(description = "Friday") @Nullable Boolean friday,
        @Schema(description = "Saturday") @Nullable Boolean saturday,
        @Schema(description = "Sunday") @Nullable Boolean sunday) {

    Set<DayOfWeek> over(Set<DayOfWeek> old) {
        var days = new HashSet<>(old);
        put(days, DayOfWeek.MONDAY, monday);
        put(days, DayOfWeek.TUESDAY, tuesday);
        put(days, DayOfWeek.WEDNESDAY, wednesday);
        put(days, DayOfWeek.THURSDAY, thursday);
        put(days, DayOfWeek.FRIDAY, friday);
        put(days, DayOfWeek.SATURDAY, saturday);
        put(days, DayOfWeek.SUNDAY, sunday);
        return days;
    }

    private static void put(Set<DayOfWeek> days, DayOfWeek day, @Nullable Boolean wanted) {
        if (Boolean.TRUE.equals(wanted)) {
            days.add(day);
        } else if (wanted != null) {
            days.remove(day);
        }
    }

    static DaysBody of(Set<DayOfWeek> days) {
        return new DaysBody(
                days.contains(DayOfWeek.MONDAY),
                days.contains(DayOfWeek.TUESDAY),
                days.contains(DayOfWeek.WEDNESDAY),
                days.contains(DayOfWeek.THURSDAY),
                days.contains(DayOfWeek.FRIDAY),
                days.contains(DayOfWeek.SATURDAY),
                days.contains(DayOfWeek.SUNDAY));
    }
}
