package org.chasqui.messaging.messages;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which messages to list; a null or empty part does not filter.
 *
 * @param phoneNumberId our id or Meta's id of the sender number; several with commas between them
 * @param conversationId our id of a conversation
 * @param peer digits of a phone number or a business-scoped user id
 * @param statuses any of these
 * @param direction who wrote it
 * @param type Cloud API type
 * @param category template category in lower case, or {@code service}
 * @param since created at or after
 * @param until created before
 * @param reached has passed this step
 * @param campaignId the campaign that they belong to
 * @param template name of a template
 * @param errorCode Meta's code of what went wrong; 0 is ours
 * @param people where the people are
 * @param priced what Meta said of the price
 * @param lasted how long a step took
 * @param happened what happened to them, and when
 */
public record MessageFilter(
        @Nullable String phoneNumberId,
        @Nullable UUID conversationId,
        @Nullable String peer,
        Set<MessageStatus> statuses,
        @Nullable Direction direction,
        @Nullable String type,
        @Nullable String category,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Milestone reached,
        @Nullable UUID campaignId,
        @Nullable String template,
        @Nullable Integer errorCode,
        @Nullable PeopleIn people,
        @Nullable Priced priced,
        @Nullable Lasted lasted,
        @Nullable Happened happened) {

    /** People anywhere, whatever it cost, however long it took and whenever it happened. */
    public MessageFilter(
            @Nullable String phoneNumberId,
            @Nullable UUID conversationId,
            @Nullable String peer,
            Set<MessageStatus> statuses,
            @Nullable Direction direction,
            @Nullable String type,
            @Nullable String category,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Milestone reached,
            @Nullable UUID campaignId,
            @Nullable String template,
            @Nullable Integer errorCode) {
        this(
                phoneNumberId,
                conversationId,
                peer,
                statuses,
                direction,
                type,
                category,
                since,
                until,
                reached,
                campaignId,
                template,
                errorCode,
                null,
                null,
                null,
                null);
    }

    /** Messages of any campaign or none, of any template, whatever went wrong. */
    public MessageFilter(
            @Nullable String phoneNumberId,
            @Nullable UUID conversationId,
            @Nullable String peer,
            Set<MessageStatus> statuses,
            @Nullable Direction direction,
            @Nullable String type,
            @Nullable String category,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Milestone reached) {
        this(
                phoneNumberId,
                conversationId,
                peer,
                statuses,
                direction,
                type,
                category,
                since,
                until,
                reached,
                null,
                null,
                null);
    }

    /** The messages of one conversation. */
    public static MessageFilter ofConversation(UUID conversationId) {
        return new MessageFilter(null, conversationId, null, Set.of(), null, null, null, null, null, null);
    }

    /** Every message of the workspace. */
    public static MessageFilter none() {
        return new MessageFilter(null, null, null, Set.of(), null, null, null, null, null, null);
    }
}
