package org.chasqui.messaging.messages.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /messages/template}. */
@Schema(name = "SendTemplate", description = "A message from an approved template; needs no open window.")
public record SendTemplateRequest(
        @Schema(description = "Id of the sender number, ours or Meta's.", example = "106540352242922", required = true)
        @Nullable
        String phoneNumberId,

        @Schema(description = "Recipient in international form (E.164).", example = "+5511955501234", required = true)
        @Nullable
        String to,

        @Schema(description = "Name of the template.", example = "hello_chasqui", required = true) @Nullable
        String template,

        @Schema(description = "Language code of the template.", example = "en_US", required = true) @Nullable
        String language,

        @Schema(
                description = "Values for the variables, as the Cloud API takes them.",
                type = SchemaType.ARRAY,
                implementation = Object.class,
                example = "[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Ana\"}]}]")
        @Nullable
        JsonNode components,

        @Schema(description = "Seconds for which the message is worth sending, 30 to 2592000.", example = "3600")
        @Nullable
        Long ttl,

        @Schema(
                description = "`{message_id}`: the message that this one answers, by our id or its wamid.",
                implementation = Object.class)
        @Nullable
        JsonNode context) {

    private static final Map<String, String> NAMES = Map.of(
            "template.name", "template",
            "template.language.code", "language",
            "template.components", "components");

    Wish wish() {
        var content = JsonNodeFactory.instance.objectNode();
        content.put("name", Wish.required("template", template));
        content.putObject("language").put("code", Wish.required("language", language));
        if (components != null && !components.isNull()) {
            content.set("components", components);
        }
        return new Wish(phoneNumberId, to, "template", content, context, ttl, NAMES);
    }
}
