package org.chasqui.platform.accounts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.platform.accounts.HistoryEntry;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PhoneNumberHistoryEntry", description = "Something that became of a number or its account.")
public record HistoryEntryBody(
        @Schema(description = "Our id of the entry.") UUID id,

        @Schema(description = "When we learnt of it.") Instant at,

        @Schema(description = "number or account.", example = "number")
        String about,

        @Schema(
                description = "status, sending, quality, limit, throughput, name, name_status, token, or the name of"
                        + " Meta's event.",
                example = "quality")
        String what,

        @Schema(description = "In Meta's words.", example = "YELLOW", nullable = true) @Nullable
        String before,

        @Schema(description = "In Meta's words.", example = "GREEN", nullable = true) @Nullable
        String after,

        @Schema(description = "webhook, or check when Meta was asked.", example = "webhook")
        String source,

        @Schema(description = "The webhook's field.", nullable = true) @Nullable
        String field,

        @Schema(description = "The webhook's value as Meta sent it.", type = SchemaType.OBJECT, nullable = true)
        @Nullable
        JsonNode value) {
    static HistoryEntryBody of(HistoryEntry entry) {
        return new HistoryEntryBody(
                entry.id(),
                entry.at(),
                entry.numberId() == null ? "account" : "number",
                entry.what(),
                entry.before(),
                entry.after(),
                entry.source(),
                entry.field(),
                entry.value());
    }
}
