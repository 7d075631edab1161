package org.chasqui.campaigns.campaigns.rest;

import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.recipients.RecipientState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Each recipient once, in the furthest state; the sum of all but {@code replied} is {@code total}. */
@Schema(
        name = "CampaignCounts",
        description =
                "Each recipient is counted once, in the furthest state: total = queued + sending + accepted + sent +"
                        + " delivered + read + failed + uncertain + expired + cancelled + skipped. Replies are apart.")
public record CampaignCounts(
        @Schema(description = "Everybody on the list.", required = true)
        long total,

        @Schema(description = "Wait for their turn, or their message waits in the queue.", required = true)
        long queued,

        @Schema(description = "Being posted to Meta just now.", required = true)
        long sending,

        @Schema(description = "Meta has the message.", required = true)
        long accepted,

        @Schema(description = "It has left Meta.", required = true)
        long sent,

        @Schema(description = "It is on the person's device.", required = true)
        long delivered,

        @Schema(description = "It was shown to the person.", required = true)
        long read,

        @Schema(description = "Have answered, within seven days; counted in another state as well.", required = true)
        long replied,

        @Schema(description = "Meta has refused it.", required = true)
        long failed,

        @Schema(description = "Nobody knows yet whether Meta has it.", required = true)
        long uncertain,

        @Schema(description = "Its validity was over before it could go.", required = true)
        long expired,

        @Schema(description = "The campaign was cancelled first.", required = true)
        long cancelled,

        @Schema(description = "Not written to; the report says why.", required = true)
        long skipped) {
    static CampaignCounts of(Campaign campaign, int claimed) {
        var tally = campaign.tally();
        // Counted a moment later than the rest: never more than are in the queue.
        long sending = Math.min(claimed, tally.of(RecipientState.QUEUED));
        return new CampaignCounts(
                tally.total(),
                tally.open() - sending,
                sending,
                tally.of(RecipientState.ACCEPTED),
                tally.of(RecipientState.SENT),
                tally.of(RecipientState.DELIVERED),
                tally.of(RecipientState.READ),
                tally.replied(),
                tally.of(RecipientState.FAILED),
                tally.of(RecipientState.UNCERTAIN),
                tally.of(RecipientState.EXPIRED),
                tally.of(RecipientState.CANCELLED),
                tally.of(RecipientState.SKIPPED));
    }
}
