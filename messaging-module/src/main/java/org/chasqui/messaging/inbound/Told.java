package org.chasqui.messaging.inbound;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A status, and the number whose webhook told it. A number can speak of its own messages only: our mark and Meta's wamid
 * are both words that somebody else could use.
 *
 * @param numberId null for one that was parked by a release that did not keep it
 */
record Told(@Nullable UUID numberId, StatusNotice notice) {
    boolean isOf(UUID number) {
        return numberId == null || numberId.equals(number);
    }
}
