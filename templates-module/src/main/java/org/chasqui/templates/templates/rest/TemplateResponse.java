package org.chasqui.templates.templates.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.templates.templates.Effect;
import org.chasqui.templates.templates.Sentences;
import org.chasqui.templates.templates.TemplateView;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A template as the API shows it. */
@Schema(name = "Template", description = "A message template, as Meta last described it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateResponse(
        @Schema(description = "Our id.", required = true) UUID id,

        @Schema(description = "Meta's id.", required = true, example = "572279198452421")
        String metaId,

        @Schema(description = "Our id of the account that has it.", required = true)
        UUID accountId,

        @Schema(description = "Name.", required = true, example = "order_ready")
        String name,

        @Schema(description = "Meta's language code.", required = true, example = "en_US")
        String language,

        @Schema(
                description = "In Meta's words: APPROVED, PENDING, REJECTED, PAUSED, DISABLED, IN_APPEAL, DELETED …",
                required = true,
                example = "APPROVED")
        String status,

        @Schema(description = "Whether messages of it go now.", required = true)
        boolean sendable,

        @Schema(description = "Since when it has this status.", required = true)
        Instant statusAt,

        @Schema(description = "Until when Meta has said that the status lasts.", nullable = true) @Nullable
        Instant statusUntil,

        @Schema(description = "The category that decides the price.", required = true, example = "UTILITY")
        String category,

        @Schema(description = "The category that you asked for.", nullable = true, example = "UTILITY") @Nullable
        String requestedCategory,

        @Schema(description = "The category before Meta moved it.", nullable = true) @Nullable
        String previousCategory,

        @Schema(description = "The category into which Meta will move it.", nullable = true) @Nullable
        String nextCategory,

        @Schema(description = "When Meta will move it.", nullable = true) @Nullable
        Instant nextCategoryAt,

        @Schema(description = "GREEN, YELLOW, RED or UNKNOWN.", required = true, example = "GREEN")
        String quality,

        @Schema(description = "Meta's word for why it was rejected.", nullable = true, example = "INVALID_FORMAT")
        @Nullable
        String rejectedReason,

        @Schema(description = "What that means and what to do about it.", nullable = true) @Nullable
        String advice,

        @Schema(
                description = "Meta's components.",
                required = true,
                type = SchemaType.ARRAY,
                implementation = Object.class)
        JsonNode components,

        @Schema(description = "NAMED or POSITIONAL.", required = true, example = "POSITIONAL")
        String parameterFormat,

        @Schema(description = "Seconds for which Meta tries to deliver.", nullable = true) @Nullable
        Long messageSendTtlSeconds,

        @Schema(description = "When we learnt of it.", required = true)
        Instant createdAt,

        @Schema(description = "When Meta last described it.", required = true)
        Instant checkedAt) {
    /** A template as it is now. */
    public static TemplateResponse of(TemplateView view) {
        var reason = Sentences.reason(view.rejectedReason());
        var note = view.note();
        return new TemplateResponse(
                view.id(),
                view.metaId(),
                view.accountId(),
                view.name(),
                view.language(),
                view.status(),
                view.effect() == Effect.SENDS,
                view.statusAt(),
                view.statusUntil(),
                view.category(),
                view.requestedCategory(),
                view.previousCategory(),
                view.nextCategory(),
                view.nextCategoryAt(),
                view.quality(),
                view.rejectedReason(),
                reason == null ? note : note == null ? reason : reason + " Meta says: " + note,
                view.tree(),
                view.parameterFormat(),
                view.ttlSeconds(),
                view.createdAt(),
                view.checkedAt());
    }
}
