package org.chasqui.campaigns.campaigns.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.campaigns.campaigns.Campaign;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A campaign as the API shows it. */
@Schema(name = "Campaign", description = "A template that goes to many people.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignResponse(
        @Schema(description = "Our id.", required = true) UUID id,

        @Schema(description = "Name.", required = true, example = "Spring sale")
        String name,

        @Schema(description = "Name of the template.", required = true, example = "spring_sale")
        String template,

        @Schema(description = "Its language.", required = true, example = "en_US")
        String language,

        @Schema(description = "Its category.", required = true, example = "marketing")
        String category,

        @Schema(description = "Meta's id of the number that sends.", required = true, example = "106540352242922")
        String phoneNumberId,

        @Schema(
                description = "Finished means that nothing is left to send; it is read off the counts.",
                enumeration = {"draft", "scheduled", "running", "paused", "cancelled", "finished"},
                required = true,
                example = "running")
        String status,

        @Schema(
                description = "Why it is paused, or waits although it runs.",
                enumeration = {
                    "by_hand",
                    "error_rate",
                    "template_status",
                    "template_category",
                    "quality",
                    "number",
                    "missed_schedule",
                    "launch_failed",
                    "messaging_limit"
                },
                nullable = true,
                example = "error_rate")
        @Nullable
        String reason,

        @Schema(description = "The same in a sentence.", nullable = true) @Nullable
        String reasonDetail,

        @Schema(description = "Its recipients by state.", required = true)
        CampaignCounts counts,

        @Schema(description = "When it begins by itself.", nullable = true) @Nullable
        Instant scheduledAt,

        @Schema(description = "The same as it was written.", nullable = true, example = "2026-12-01T09:00") @Nullable
        String scheduledLocal,

        @Schema(description = "Zone in which that is meant.", nullable = true, example = "America/Bogota") @Nullable
        String timeZone,

        @Schema(description = "Per cent of failures at which it pauses by itself.", required = true, example = "25")
        int errorThreshold,

        @Schema(description = "When it was made.", required = true)
        Instant createdAt,

        @Schema(description = "When it began.", nullable = true) @Nullable
        Instant launchedAt,

        @Schema(description = "When it was paused.", nullable = true) @Nullable
        Instant pausedAt,

        @Schema(description = "When nothing was left to send.", nullable = true) @Nullable
        Instant finishedAt,

        @Schema(description = "When it was cancelled.", nullable = true) @Nullable
        Instant cancelledAt) {
    static CampaignResponse of(Campaign campaign, int sending) {
        return new CampaignResponse(
                campaign.id(),
                campaign.name(),
                campaign.template(),
                campaign.language(),
                campaign.category(),
                campaign.phoneNumberId(),
                campaign.status().wireName(),
                campaign.reason(),
                campaign.reasonDetail(),
                CampaignCounts.of(campaign, sending),
                campaign.scheduledAt(),
                campaign.scheduledLocal(),
                campaign.timeZone(),
                campaign.errorThreshold(),
                campaign.createdAt(),
                campaign.launchedAt(),
                campaign.pausedAt(),
                campaign.finishedAt(),
                campaign.cancelledAt());
    }
}
