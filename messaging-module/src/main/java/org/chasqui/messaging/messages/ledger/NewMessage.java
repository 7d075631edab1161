package org.chasqui.messaging.messages.ledger;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.Lane;
import org.jspecify.annotations.Nullable;

/**
 * A message about to be written for the first time.
 *
 * @param content the object of its type as JSON text
 * @param replyTo wamid of the message that an outbound message answers; null when it answers none
 * @param wamid Meta's id; null for an outbound message
 * @param expiresAt null for an inbound message
 * @param beside context, origin and what else stands beside the content
 * @param campaignId the campaign that it belongs to; null for none
 */
public record NewMessage(
        UUID id,
        UUID workspaceId,
        UUID numberId,
        String phoneNumberId,
        UUID conversationId,
        Direction direction,
        String peer,
        String type,
        String content,
        @Nullable String replyTo,
        @Nullable String template,
        String category,
        Lane lane,
        @Nullable String wamid,
        Instant createdAt,
        @Nullable Instant expiresAt,
        Beside beside,
        @Nullable UUID campaignId) {

    /** A message of no campaign. */
    public NewMessage(
            UUID id,
            UUID workspaceId,
            UUID numberId,
            String phoneNumberId,
            UUID conversationId,
            Direction direction,
            String peer,
            String type,
            String content,
            @Nullable String replyTo,
            @Nullable String template,
            String category,
            Lane lane,
            @Nullable String wamid,
            Instant createdAt,
            @Nullable Instant expiresAt,
            Beside beside) {
        this(
                id,
                workspaceId,
                numberId,
                phoneNumberId,
                conversationId,
                direction,
                peer,
                type,
                content,
                replyTo,
                template,
                category,
                lane,
                wamid,
                createdAt,
                expiresAt,
                beside,
                null);
    }

    /** Whether it was sent already when we heard of it. */
    boolean isSentElsewhere() {
        return direction == Direction.OUTBOUND && beside.origin() != null;
    }
}
