package org.chasqui.messaging.messages;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.conversations.ConversationStore;
import org.jspecify.annotations.Nullable;

/**
 * A message whose shape is right and that waits to be written.
 *
 * @param needsWindow whether it may go out only while the customer service window is open
 */
record Draft(
        UUID id,
        ConversationStore.Key conversation,
        String phoneNumberId,
        String type,
        String content,
        @Nullable String template,
        String category,
        Lane lane,
        boolean needsWindow,
        Instant createdAt,
        Instant expiresAt) {}
