package org.chasqui.messaging.messages.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /messages/batch}. The items are read one by one, so that a malformed one refuses only itself. */
@Schema(name = "SendBatch", description = "Up to 1,000 messages, each as in POST /messages.")
public record BatchRequest(
        @Schema(
                description = "1 to 1,000 messages.",
                type = SchemaType.ARRAY,
                implementation = SendMessageRequest.class,
                required = true)
        @Nullable
        List<JsonNode> messages) {}
