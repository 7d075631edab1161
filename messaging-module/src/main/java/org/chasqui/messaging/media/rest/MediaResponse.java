package org.chasqui.messaging.media.rest;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.media.MediaView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file, as the API shows it. */
@Schema(name = "Media", description = "A file that was uploaded, or that a person sent.")
public record MediaResponse(
        @Schema(
                description =
                        "Our id: send it as media_id from any number. For a file of a person the id of its message.",
                required = true)
        UUID mediaId,

        @Schema(description = "What the bytes are, whatever the name says.", example = "image/jpeg", required = true)
        String mimeType,

        @Schema(description = "Bytes.", nullable = true, example = "48213") @Nullable
        Long size,

        @Schema(description = "SHA-256 of the bytes in hexadecimal.", nullable = true) @Nullable
        String sha256,

        @Schema(description = "Name of the file, without a path.", nullable = true) @Nullable
        String filename,

        @Schema(
                description = "outbound for an upload, inbound for a file of a person.",
                enumeration = {"outbound", "inbound"},
                required = true)
        String direction,

        @Schema(
                description =
                        "stored; or, for a file of a person: pending while it is being fetched from Meta, failed when"
                                + " Meta does not give it, gone when Meta does not have it any more.",
                enumeration = {"stored", "pending", "failed", "gone"},
                required = true)
        String state,

        @Schema(description = "When it was uploaded or received.", required = true)
        Instant createdAt,

        @Schema(description = "When it ends; null, because we keep it until it is deleted.", nullable = true) @Nullable
        Instant expiresAt) {

    static MediaResponse of(MediaView media) {
        return new MediaResponse(
                media.id(),
                media.mime(),
                media.size(),
                media.sha256(),
                media.fileName(),
                media.inbound() ? "inbound" : "outbound",
                media.state().wireName(),
                media.createdAt(),
                null);
    }
}
