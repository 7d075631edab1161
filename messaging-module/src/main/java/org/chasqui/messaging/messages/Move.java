package org.chasqui.messaging.messages;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has changed for one message in one transaction. The moves of a message add up: one from nothing to where it stands
 * now counts the same as all of them.
 *
 * @param messageId the message
 * @param workspaceId its owner
 * @param numberId its sender number
 * @param direction who wrote it
 * @param category template category or {@code service}
 * @param template template name; null for other types
 * @param campaignId the campaign that the message belongs to; null for none
 * @param peer who it is written to or by: digits of a phone number, or a business-scoped user id
 * @param createdAt when the message was accepted or written
 * @param from the status before; null for a new message
 * @param to the status now
 * @param reached the steps ACCEPTED, SENT, DELIVERED and READ that are known since this change and were not before
 * @param before what was known and could be counted before; nothing for a new message
 * @param after what is known now
 */
public record Move(
        UUID messageId,
        UUID workspaceId,
        UUID numberId,
        Direction direction,
        @Nullable String category,
        @Nullable String template,
        @Nullable UUID campaignId,
        String peer,
        Instant createdAt,
        @Nullable MessageStatus from,
        MessageStatus to,
        Set<MessageStatus> reached,
        Milestones before,
        Milestones after) {

    /** Meta's code (0 for ours) while the message stands as failed or uncertain; null otherwise. */
    public @Nullable Integer errorCode() {
        return after.errorCode();
    }
}
