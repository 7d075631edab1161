package org.chasqui.messaging.messages;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has changed for one message in one transaction.
 *
 * @param messageId the message
 * @param workspaceId its owner
 * @param numberId its sender number
 * @param direction who wrote it
 * @param category template category or {@code service}
 * @param template template name; null for other types
 * @param createdAt when the message was accepted or written
 * @param from the status before; null for a new message
 * @param to the status now
 * @param reached the steps ACCEPTED, SENT, DELIVERED and READ that are known since this change and were not before
 * @param campaignId the campaign that the message belongs to; null for none
 * @param errorCode Meta's code of the latest problem; null when there was none
 */
public record Move(
        UUID messageId,
        UUID workspaceId,
        UUID numberId,
        Direction direction,
        @Nullable String category,
        @Nullable String template,
        Instant createdAt,
        @Nullable MessageStatus from,
        MessageStatus to,
        Set<MessageStatus> reached,
        @Nullable UUID campaignId,
        @Nullable Integer errorCode) {

    /** A change of a message of no campaign. */
    public Move(
            UUID messageId,
            UUID workspaceId,
            UUID numberId,
            Direction direction,
            @Nullable String category,
            @Nullable String template,
            Instant createdAt,
            @Nullable MessageStatus from,
            MessageStatus to,
            Set<MessageStatus> reached) {
        this(messageId, workspaceId, numberId, direction, category, template, createdAt, from, to, reached, null, null);
    }
}
