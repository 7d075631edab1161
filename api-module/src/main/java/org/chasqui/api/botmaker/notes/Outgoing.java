package org.chasqui.api.botmaker.notes;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One message of the Cloud API that a call becomes.
 *
 * @param type text, image, interactive …
 * @param content what stands under that name in Graph's body
 * @param webhookPayload what the client wants to have back with it; null for nothing
 */
public record Outgoing(
        String type, JsonNode content, @Nullable String webhookPayload) {
    /** The same with what the client wants to have back. */
    public Outgoing with(@Nullable String payload) {
        return new Outgoing(type, content, payload);
    }
}
