package org.chasqui.messaging.conversations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that a person wrote, as far as his conversation is concerned.
 *
 * @param name profile name; null when Meta did not say
 * @param windowEnd until when it opens the customer service window; null when it does not
 */
public record Written(
        UUID conversationId,
        @Nullable String name,
        Instant at,
        @Nullable Instant windowEnd) {
    /** Both in one: the name that was told last, and the window that lasts longer. */
    Written and(Written other) {
        var newer = at.isBefore(other.at) ? other : this;
        var older = newer == this ? other : this;
        return new Written(
                conversationId,
                newer.name != null ? newer.name : older.name,
                newer.at,
                later(windowEnd, other.windowEnd));
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? b : a;
    }
}
