package org.chasqui.messaging.messages.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.chasqui.platform.failure.RequestFailed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /messages/interactive}. */
@Schema(name = "SendInteractive", description = "Buttons, a list, a link, a flow, products …; needs the open window.")
public record SendInteractiveRequest(
        @Schema(description = "Id of the sender number, ours or Meta's.", example = "106540352242922", required = true)
        @Nullable
        String phoneNumberId,

        @Schema(
                description = "Recipient in international form (E.164), or a business-scoped user id.",
                example = "+5511955501234",
                required = true)
        @Nullable
        String to,

        @Schema(
                description = "The object `interactive` of the Cloud API.",
                implementation = Object.class,
                example = "{\"type\":\"button\",\"body\":{\"text\":\"Is noon all right?\"},\"action\":{\"buttons\":"
                        + "[{\"type\":\"reply\",\"reply\":{\"id\":\"yes\",\"title\":\"Yes\"}}]}}",
                required = true)
        @Nullable
        JsonNode interactive,

        @Schema(
                description = "`{message_id}`: the message that this one answers, by our id or its wamid.",
                implementation = Object.class)
        @Nullable
        JsonNode context,

        @Schema(description = "Seconds for which the message is worth sending, 30 to 2592000.", example = "3600")
        @Nullable
        Long ttl) {

    Wish wish() {
        if (interactive == null || interactive.isNull()) {
            throw RequestFailed.invalid("interactive", "is required.");
        }
        return new Wish(phoneNumberId, to, "interactive", interactive, context, ttl, Map.of());
    }
}
