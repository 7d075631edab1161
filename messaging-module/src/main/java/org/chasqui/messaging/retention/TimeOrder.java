package org.chasqui.messaging.retention;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.platform.ids.Ids;

/** Primary keys as a calendar: ids are UUIDv7, so the oldest rows stand at the beginning of the index. */
public final class TimeOrder {
    private TimeOrder() {}

    /** No id that was made at that time or later is below this one. */
    public static UUID idAt(Instant at) {
        return Ids.lowestAt(at);
    }

    /** Where a batch begins: behind the id that the batch before ended with, or at the beginning of time. */
    public static UUID idAfter(String after) {
        return after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after);
    }
}
