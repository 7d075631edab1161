package org.chasqui.analytics.watch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a number over some time.
 *
 * @param heardAt when a webhook about it came last; null when none came
 * @param waitingSince when Meta accepted the first message after that; null when it has accepted none
 * @param waiting how many it has accepted after that
 */
record Heard(
        UUID numberId, @Nullable Instant heardAt, @Nullable Instant waitingSince, long waiting) {

    static Heard webhook(UUID numberId, Instant at) {
        return new Heard(numberId, at, null, 0);
    }

    static Heard accepted(UUID numberId, Instant at, long messages) {
        return new Heard(numberId, null, at, messages);
    }

    /** This, and then what came later: a webhook ends the waiting before it. */
    Heard then(Heard later) {
        return later.heardAt != null
                ? later
                : new Heard(
                        numberId,
                        heardAt,
                        waitingSince == null ? later.waitingSince : waitingSince,
                        waiting + later.waiting);
    }
}
