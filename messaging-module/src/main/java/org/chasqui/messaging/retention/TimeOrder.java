package org.chasqui.messaging.retention;

import java.time.Instant;
import java.util.UUID;

/** Primary keys as a calendar: ids are UUIDv7, so the oldest rows stand at the beginning of the index. */
public final class TimeOrder {
    private static final int MILLIS_SHIFT = 16;

    private TimeOrder() {}

    /** An id below every id that was made at that time or later. */
    public static UUID idAt(Instant at) {
        return new UUID(at.toEpochMilli() << MILLIS_SHIFT, 0);
    }

    /** Where a batch begins: behind the id that the batch before ended with, or at the beginning of time. */
    public static UUID idAfter(String after) {
        return after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after);
    }
}
