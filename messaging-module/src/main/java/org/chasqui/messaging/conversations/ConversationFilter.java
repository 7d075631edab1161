package org.chasqui.messaging.conversations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations to list; a null part does not filter.
 *
 * @param numberId our id of the sender number
 * @param contactId our id of the person
 * @param open whether the customer service window is open
 * @param unread whether only those are wanted in which something of the person is not marked as read; looked for in the
 *     thousand conversations with the latest activity
 * @param text part of the person's name, number or user name
 * @param since with activity at or after: the person's last message, or the beginning when he never wrote
 * @param spoken whether only those are wanted in which more than campaigns has been said
 */
public record ConversationFilter(
        @Nullable UUID numberId,
        @Nullable UUID contactId,
        @Nullable Boolean open,
        boolean unread,
        @Nullable String text,
        @Nullable Instant since,
        boolean spoken) {
    /** Also those in which only campaigns have spoken. */
    public ConversationFilter(
            @Nullable UUID numberId,
            @Nullable UUID contactId,
            @Nullable Boolean open,
            boolean unread,
            @Nullable String text,
            @Nullable Instant since) {
        this(numberId, contactId, open, unread, text, since, false);
    }

    /** Every conversation of the workspace. */
    public static ConversationFilter none() {
        return new ConversationFilter(null, null, null, false, null, null);
    }

    /** Those with a person. */
    public static ConversationFilter ofContact(UUID contactId) {
        return new ConversationFilter(null, contactId, null, false, null, null);
    }
}
