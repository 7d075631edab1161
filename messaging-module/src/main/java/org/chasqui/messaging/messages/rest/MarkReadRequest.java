package org.chasqui.messaging.messages.rest;

import com.fasterxml.jackson.databind.JsonNode;
import org.chasqui.platform.failure.RequestFailed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /messages/{id}/read}; may be left out. */
@Schema(name = "MarkRead", description = "How a message is marked as read.")
public record MarkReadRequest(
        @Schema(
                description =
                        "`true` or `{\"type\":\"text\"}`: the person is shown that you are typing, until you send or"
                                + " for 25 seconds.",
                implementation = Object.class)
        @Nullable
        JsonNode typingIndicator) {

    boolean isTyping() {
        if (typingIndicator == null || typingIndicator.isNull()) {
            return false;
        }
        if (typingIndicator.isBoolean()) {
            return typingIndicator.booleanValue();
        }
        if (!typingIndicator.path("type").asText().equals("text")) {
            throw RequestFailed.invalid("typing_indicator", "must be true, false or {\"type\":\"text\"}.");
        }
        return true;
    }
}
