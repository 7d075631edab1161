package org.chasqui.templates.templates.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.templates.templates.HistoryEntry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a template's story. */
@Schema(name = "TemplateHistory", description = "Something that became of a template.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryResponse(
        @Schema(description = "Id of this line.", required = true)
        UUID id,

        @Schema(description = "When we learnt of it.", required = true)
        Instant at,

        @Schema(
                description = "What changed.",
                required = true,
                enumeration = {
                    "submitted",
                    "edited",
                    "status",
                    "category",
                    "category_notice",
                    "quality",
                    "content",
                    "deleted"
                })
        String kind,

        @Schema(description = "In Meta's words, before.", nullable = true, example = "PENDING") @Nullable
        String before,

        @Schema(description = "In Meta's words, after.", nullable = true, example = "APPROVED") @Nullable
        String after,

        @Schema(description = "Meta's word for why.", nullable = true) @Nullable
        String reason,

        @Schema(description = "A sentence about it.", nullable = true) @Nullable
        String detail,

        @Schema(
                description = "How we learnt of it: Meta told (webhook), we compared (sync), or we did it (us).",
                required = true,
                enumeration = {"webhook", "sync", "us"})
        String source,

        @Schema(description = "Who of us did it.", nullable = true) @Nullable
        String actor) {
    static HistoryResponse of(HistoryEntry entry) {
        var change = entry.change();
        return new HistoryResponse(
                entry.id(),
                entry.at(),
                change.kind().wireName(),
                change.before(),
                change.after(),
                change.reason(),
                change.detail(),
                entry.source().way().wireName(),
                entry.source().actor());
    }
}
