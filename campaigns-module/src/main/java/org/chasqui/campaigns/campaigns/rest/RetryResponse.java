package org.chasqui.campaigns.campaigns.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many are tried again. */
@Schema(name = "CampaignRetry", description = "How many recipients get another turn.")
public record RetryResponse(
        @Schema(description = "Recipients whose message is made anew.", required = true, example = "12")
        int recipients) {}
