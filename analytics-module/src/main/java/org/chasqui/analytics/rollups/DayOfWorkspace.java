package org.chasqui.analytics.rollups;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A day of a workspace, which is what is folded at a time.
 *
 * @param day its beginning in UTC
 * @param cut hour of UTC at which it is cut in two, because days of another zone begin there; 0 when it is whole
 */
public record DayOfWorkspace(UUID workspaceId, Instant day, int cut) {
    /** A whole day. */
    public DayOfWorkspace(UUID workspaceId, Instant day) {
        this(workspaceId, day, 0);
    }

    /** The beginning of its second piece; of the only one when it is whole. */
    Instant secondPiece() {
        return day.plus(Duration.ofHours(cut));
    }

    Instant end() {
        return day.plus(Days.ONE);
    }

    DayOfWorkspace cutAt(int hour) {
        return new DayOfWorkspace(workspaceId, day, hour);
    }
}
