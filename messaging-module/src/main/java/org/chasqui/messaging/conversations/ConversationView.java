package org.chasqui.messaging.conversations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation between one of our numbers and a person.
 *
 * @param id our id
 * @param workspaceId owner
 * @param numberId our id of the sender number
 * @param peer digits of the person's phone number, or a business-scoped user id
 * @param contactId who the person is; null when nothing but the number is known
 * @param name profile name; null when unknown
 * @param windowExpiresAt end of the 24-hour customer service window; null when the person never wrote
 * @param lastInboundAt when the person last wrote; null when never
 * @param createdAt when it began
 */
public record ConversationView(
        UUID id,
        UUID workspaceId,
        UUID numberId,
        String peer,
        @Nullable UUID contactId,
        @Nullable String name,
        @Nullable Instant windowExpiresAt,
        @Nullable Instant lastInboundAt,
        Instant createdAt) {

    /** When something of the person last happened; the list is in this order. */
    public Instant activeAt() {
        return lastInboundAt == null ? createdAt : lastInboundAt;
    }

    /** Whether free-form messages are allowed at that time. */
    public boolean isWindowOpenAt(Instant now) {
        return windowExpiresAt != null && now.isBefore(windowExpiresAt);
    }
}
