package org.chasqui.campaigns.audiences.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many people are meant now. */
@Schema(name = "AudienceSize", description = "How many people are meant now.")
public record AudienceSize(
        @Schema(description = "People, also those who have opted out.", required = true, example = "1200")
        long people) {}
