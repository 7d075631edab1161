package org.chasqui.messaging.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.conversations.ConversationStore;
import org.jspecify.annotations.Nullable;

/**
 * A message whose shape is right and that waits to be written.
 *
 * @param content what stands under the name of the type, with our references resolved
 * @param replyTo wamid of the message that it answers; null when it answers none
 * @param needsWindow whether it may go out only while the customer service window is open
 * @param campaignId the campaign that it belongs to; null for none
 */
record Draft(
        UUID id,
        ConversationStore.Key conversation,
        String phoneNumberId,
        String type,
        JsonNode content,
        @Nullable String replyTo,
        @Nullable String template,
        String category,
        Lane lane,
        boolean needsWindow,
        Instant createdAt,
        Instant expiresAt,
        @Nullable UUID campaignId) {}
