package org.chasqui.campaigns.campaigns.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /campaigns/{id}/schedule}. */
@Schema(name = "CampaignSchedule", description = "When a campaign begins by itself.")
public record ScheduleRequest(
        @Schema(
                description = "A time with its offset, or a local time together with `time_zone`.",
                required = true,
                example = "2026-12-01T09:00:00")
        @Nullable
        String scheduledAt,

        @Schema(description = "Zone in which the local time is meant.", example = "America/Bogota") @Nullable
        String timeZone) {}
