package org.chasqui.campaigns.campaigns.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.chasqui.campaigns.campaigns.NewCampaign;
import org.chasqui.platform.failure.RequestFailed;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /campaigns}. */
@Schema(name = "NewCampaign", description = "A template that shall go to many people.")
public record CampaignRequest(
        @Schema(description = "Name, for people.", required = true, example = "Spring sale") @Nullable
        String name,

        @Schema(description = "Name of an approved template.", required = true, example = "spring_sale") @Nullable
        String template,

        @Schema(
                description = "The number that sends, by our id or Meta's.",
                required = true,
                example = "106540352242922")
        @Nullable
        String phoneNumberId,

        @Schema(
                description = "Meta's language code. Needed when the template exists in several languages.",
                example = "en_US")
        @Nullable
        String language,

        @Schema(
                description =
                        "Parts that are the same for everybody, as Graph takes them; `{{name}}` in a text stands for"
                                + " a variable of the recipient. What is left out is made of the recipient's variables.",
                type = SchemaType.ARRAY,
                implementation = Object.class)
        @Nullable
        JsonNode components,

        @Schema(description = "Whom it goes to, up to 10,000 here; more by POST …/recipients.") @Nullable
        List<RecipientRequest> recipients,

        @Schema(description = "A saved audience, as it is now, beside them.") @Nullable
        UUID audience,

        @Schema(
                description = "When it begins by itself: a time with its offset, or a local time together with"
                        + " `time_zone`. A local time that daylight saving leaves out begins later by the same shift; one"
                        + " that comes twice begins the first time.",
                example = "2026-12-01T09:00:00")
        @Nullable
        String scheduledAt,

        @Schema(description = "Zone in which `scheduled_at` is meant.", example = "America/Bogota") @Nullable
        String timeZone,

        @Schema(description = "Seconds for which each message is worth sending; 86400 without it.", example = "86400")
        @Nullable
        Long validity,

        @Schema(
                description =
                        "Per cent of failures, among 50 messages or more, at which it pauses by itself; 0 for never,"
                                + " 25 without it.",
                example = "25")
        @Nullable
        Integer errorThreshold) {
    NewCampaign wish(UUID workspaceId, String actor, @Nullable UUID reservedId) {
        return new NewCampaign(
                workspaceId,
                required("name", name),
                required("template", template),
                required("phone_number_id", phoneNumberId),
                language,
                components,
                scheduledAt,
                timeZone,
                validity == null ? null : Duration.ofSeconds(validity),
                errorThreshold,
                actor,
                reservedId);
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw RequestFailed.invalid(field, "is required.");
        }
        return value;
    }
}
