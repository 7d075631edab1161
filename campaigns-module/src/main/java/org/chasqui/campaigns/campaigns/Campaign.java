package org.chasqui.campaigns.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.campaigns.recipients.Tally;
import org.jspecify.annotations.Nullable;

/**
 * A template that goes to many people.
 *
 * @param numberId our id of the sender number
 * @param accountId our id of its WABA
 * @param phoneNumberId Meta's id of the sender number
 * @param category of the template when the campaign was made or launched last, in lower case
 * @param components parts that are the same for everybody, a JSON array as text
 * @param stored the status that somebody has decided on; {@link #status} tells what it comes to
 * @param scheduledAt when it begins by itself; null when it does not
 * @param scheduledLocal the same as it was written, without a zone; null when a zone was not named
 * @param timeZone name of the zone that it is meant in; null when none was named
 * @param validity how long each message is worth sending; null for the default
 * @param errorThreshold per cent of failures at which it pauses; 0 for never
 * @param baseDone messages that Meta had answered when the threshold began to look
 * @param baseFailed how many of them had failed
 * @param templateQuality Meta's rating of the template when it began or went on; null before
 * @param numberQuality Meta's rating of the number then; null before
 * @param reason why it is paused, or waits; null when neither
 * @param reasonDetail the same in a sentence
 * @param cursor place of the last recipient who had a turn
 * @param createdBy who made it
 * @param finishedAt when it was noticed that nothing is left; null while something is
 * @param tally its recipients by state
 */
public record Campaign(
        UUID id,
        UUID workspaceId,
        String name,
        UUID numberId,
        UUID accountId,
        String phoneNumberId,
        String template,
        String language,
        String category,
        String components,
        CampaignStatus stored,
        @Nullable Instant scheduledAt,
        @Nullable String scheduledLocal,
        @Nullable String timeZone,
        @Nullable Duration validity,
        int errorThreshold,
        long baseDone,
        long baseFailed,
        @Nullable String templateQuality,
        @Nullable String numberQuality,
        @Nullable String reason,
        @Nullable String reasonDetail,
        long cursor,
        Instant createdAt,
        String createdBy,
        @Nullable Instant launchedAt,
        @Nullable Instant pausedAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant finishedAt,
        Tally tally) {
    /** What it comes to: a campaign that runs and has nothing left to send is finished. */
    public CampaignStatus status() {
        return stored == CampaignStatus.RUNNING && tally.open() == 0 ? CampaignStatus.FINISHED : stored;
    }

    /** With other counts. */
    Campaign with(Tally counted) {
        return new Campaign(
                id,
                workspaceId,
                name,
                numberId,
                accountId,
                phoneNumberId,
                template,
                language,
                category,
                components,
                stored,
                scheduledAt,
                scheduledLocal,
                timeZone,
                validity,
                errorThreshold,
                baseDone,
                baseFailed,
                templateQuality,
                numberQuality,
                reason,
                reasonDetail,
                cursor,
                createdAt,
                createdBy,
                launchedAt,
                pausedAt,
                cancelledAt,
                finishedAt,
                counted);
    }
}
