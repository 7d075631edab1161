package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file that lies at Meta.
 *
 * @param id what messages and webhooks call it
 * @param number id of the only business number that may use it
 * @param mime type without parameters
 * @param sha256 in hexadecimal
 * @param size bytes
 * @param fileName as it was given; null when none was
 * @param fitting whether its first bytes are those of its type
 * @param inbound whether a person sent it
 * @param storedAt milliseconds since the epoch
 * @param expiresAt milliseconds since the epoch
 */
public record MediaItem(
        String id,
        String number,
        String mime,
        String sha256,
        long size,
        @Nullable String fileName,
        boolean fitting,
        boolean inbound,
        long storedAt,
        long expiresAt) {

    /** The digest as webhooks write it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    }

    /** What the control API and the shelf's own files hold. */
    public ObjectNode toJson() {
        return Json.object()
                .put("id", id)
                .put("number", number)
                .put("mime_type", mime)
                .put("sha256", sha256)
                .put("size", size)
                .put("filename", fileName)
                .put("fitting", fitting)
                .put("inbound", inbound)
                .put("stored_at", storedAt)
                .put("expires_at", expiresAt);
    }

    static MediaItem of(JsonNode json) {
        return new MediaItem(
                json.path("id").asText(),
                json.path("number").asText(),
                json.path("mime_type").asText(),
                json.path("sha256").asText(),
                json.path("size").asLong(),
                json.hasNonNull("filename") ? json.path("filename").asText() : null,
                json.path("fitting").asBoolean(),
                json.path("inbound").asBoolean(),
                json.path("stored_at").asLong(),
                json.path("expires_at").asLong());
    }
}
