package org.chasqui.messaging.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that customers may want to hear of.
 *
 * @param workspaceId who may hear of it
 * @param type for example {@code contact.opt_out}; stable for ever, see docs/webhooks.md
 * @param numberId our id of the number that it is about; null when it is about none
 * @param conversationId whose order it belongs to; null when it belongs to no conversation
 * @param createdAt when we learnt of it
 * @param data what happened, as the API prints it; never a secret
 */
public record NewEvent(
        UUID workspaceId,
        String type,
        @Nullable UUID numberId,
        @Nullable UUID conversationId,
        Instant createdAt,
        JsonNode data) {}
