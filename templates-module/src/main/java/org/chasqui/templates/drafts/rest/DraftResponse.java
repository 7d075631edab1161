package org.chasqui.templates.drafts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.templates.drafts.SavedDraft;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A kept draft as the API shows it. */
@Schema(name = "SavedTemplateDraft", description = "A template that is not handed in yet, as unfinished as it may be.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftResponse(
        @Schema(description = "Id of the draft.", required = true)
        UUID id,

        @Schema(description = "Our id of the account that shall have it.", nullable = true) @Nullable
        UUID accountId,

        @Schema(description = "Our id of the template that it changes; absent for a new one.", nullable = true)
        @Nullable
        UUID templateId,

        @Schema(description = "Name, perhaps empty.", required = true, example = "order_ready")
        String name,

        @Schema(description = "Category, perhaps empty.", required = true, example = "UTILITY")
        String category,

        @Schema(description = "Meta's language code, perhaps empty.", required = true, example = "en_US")
        String language,

        @Schema(
                description = "Meta's components.",
                required = true,
                type = SchemaType.ARRAY,
                implementation = Object.class)
        JsonNode components,

        @Schema(description = "NAMED or POSITIONAL.", nullable = true, example = "POSITIONAL") @Nullable
        String parameterFormat,

        @Schema(description = "Seconds for which Meta shall try to deliver.", nullable = true) @Nullable
        Long messageSendTtlSeconds,

        @Schema(description = "When it was made.", required = true)
        Instant createdAt,

        @Schema(description = "When it was saved last.", required = true)
        Instant savedAt,

        @Schema(description = "Who saved it last.", required = true, example = "key shop")
        String savedBy) {
    static DraftResponse of(SavedDraft saved) {
        var draft = saved.draft();
        return new DraftResponse(
                saved.id(),
                saved.accountId(),
                saved.templateId(),
                draft.name(),
                draft.category(),
                draft.language(),
                draft.components(),
                draft.parameterFormat(),
                draft.ttlSeconds(),
                saved.createdAt(),
                saved.savedAt(),
                saved.savedBy());
    }
}
