package org.chasqui.messaging.media;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as it stands now.
 *
 * @param id our id; that of the message for a file that a person sent
 * @param workspaceId owner
 * @param numberId the number that it came to; or whose keys alone may see the upload;
 *     null for an upload of the whole workspace, which every number may send
 * @param inbound whether a person sent it
 * @param mime type without parameters
 * @param size bytes; null until it is stored
 * @param sha256 in hexadecimal; null until it is stored
 * @param fileName as it was called, without a path; null when it was not called anything
 * @param createdAt when it was uploaded, or when its message was stored
 */
public record MediaView(
        UUID id,
        UUID workspaceId,
        @Nullable UUID numberId,
        boolean inbound,
        MediaState state,
        String mime,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable String fileName,
        Instant createdAt) {

    /** Whether a message of this Cloud API type can carry it. */
    public boolean fits(String messageType) {
        return MediaType.of(mime).map(type -> type.fits(messageType)).orElse(false);
    }
}
