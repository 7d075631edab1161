package org.chasqui.analytics.rollups;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/** Where the days of a zone begin within the days of UTC. An hour belongs to the day in which it begins. */
record Cuts(ZoneId zone) {
    private static final int HOURS = 24;

    /**
     * The hour of UTC at which a day of UTC is cut in two.
     *
     * @return 0 when it is not cut, because all its hours belong to one day of the zone; empty when it is cut more than once,
     *     which no zone of our time does
     */
    OptionalInt of(Instant day) {
        int cut = 0;
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return OptionalInt.of(cut);
        }
        for (int hour = 1; hour < HOURS; hour++) {
            if (!dayOf(day, hour).equals(dayOf(day, hour - 1))) {
                if (cut > 0) {
                    return OptionalInt.empty();
                }
                cut = hour;
            }
        }
        return OptionalInt.of(cut);
    }

    private LocalDate dayOf(Instant day, int hour) {
        return LocalDate.ofInstant(day.plus(Duration.ofHours(hour)), zone);
    }
}
