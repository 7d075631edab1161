package org.chasqui.campaigns.recipients;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recipient of a campaign.
 *
 * @param position place on the list, from 1
 * @param written the address as it was given
 * @param peer digits or user id; null when what was given is neither
 * @param line line of the file that it came from; null without one
 * @param reason why he was skipped, in one word; null when he was not
 * @param detail the same in a sentence
 * @param errorCode Meta's code of the latest problem; null without one
 * @param messageId the message to him; null while there is none
 * @param rounds how often he was handed over: more than one after a retry
 * @param repliedAt when he answered; null when he has not
 */
public record RecipientRow(
        UUID campaignId,
        long position,
        String written,
        @Nullable String peer,
        @Nullable String name,
        Map<String, String> variables,
        @Nullable Long line,
        RecipientState state,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Integer errorCode,
        @Nullable UUID messageId,
        int rounds,
        Instant changedAt,
        @Nullable Instant repliedAt) {}
