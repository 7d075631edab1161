package org.chasqui.messaging.messages.rest;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /messages}. */
@Schema(
        name = "SendMessage",
        description = "A text message. Either `text` as a string, or `type` with the Cloud API's `text` object.")
public record SendTextRequest(
        @Schema(description = "Id of the sender number, ours or Meta's.", example = "106540352242922", required = true)
        @Nullable
        String phoneNumberId,

        @Schema(description = "Recipient in international form (E.164).", example = "+5511955501234", required = true)
        @Nullable
        String to,

        @Schema(description = "Cloud API type; `text` when left out.", example = "text") @Nullable
        String type,

        @Schema(
                description = "The text, 1 to 4,096 characters; or the Cloud API's object `{body, preview_url}`.",
                type = SchemaType.STRING,
                example = "Your order has left.",
                required = true)
        @Nullable
        JsonNode text,

        @Schema(description = "Seconds for which the message is worth sending, 30 to 2592000.", example = "3600")
        @Nullable
        Long ttl) {}
