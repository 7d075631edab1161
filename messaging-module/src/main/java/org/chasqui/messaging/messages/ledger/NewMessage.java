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
        @Nullable Instant expiresAt) {

    /** A message that answers none. */
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
            @Nullable String template,
            String category,
            Lane lane,
            @Nullable String wamid,
            Instant createdAt,
            @Nullable Instant expiresAt) {
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
                null,
                template,
                category,
                lane,
                wamid,
                createdAt,
                expiresAt);
    }
}
