package org.chasqui.messaging.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that was written just now, without its content.
 *
 * @param seq its place among the events of its conversation
 */
public record LoggedEvent(
        UUID id,
        long seq,
        UUID workspaceId,
        String type,
        @Nullable UUID numberId,
        @Nullable UUID conversationId) {}
