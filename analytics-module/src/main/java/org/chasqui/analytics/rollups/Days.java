package org.chasqui.analytics.rollups;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The days of UTC that counts are folded by. */
final class Days {
    static final Duration ONE = Duration.ofDays(1);

    /**
     * A day is not folded before it is over for so long: a message that was accepted in its last moment may be committed, and
     * the clock of another node may be, a little behind.
     */
    private static final Duration REST = Duration.ofHours(1);

    private Days() {}

    /** The beginning of the day that the moment belongs to. */
    static Instant of(Instant moment) {
        return moment.truncatedTo(ChronoUnit.DAYS);
    }

    /** The beginning of the first day that does not begin before the moment. */
    static Instant notBefore(Instant moment) {
        var day = of(moment);
        return day.equals(moment) ? day : day.plus(ONE);
    }

    /** The beginning of the last day that may be folded. */
    static Instant lastFoldable(Instant now) {
        return of(now.minus(REST)).minus(ONE);
    }
}
