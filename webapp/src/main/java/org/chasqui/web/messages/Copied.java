package org.chasqui.web.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.platform.rest.Json;
import org.chasqui.web.text.MaskedJson;

/** The content of a message, copied for showing it. */
final class Copied {
    private Copied() {}

    /** With phone numbers masked, for readers who may not see them. */
    static JsonNode masked(JsonNode content) {
        try {
            return Json.mapper().readTree(MaskedJson.of(content.toString()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("masking broke the JSON", impossible);
        }
    }

    /** As the API takes it: files of ours, which are stored as assets, under the name that callers give them. */
    static JsonNode asRequested(JsonNode content) {
        var copy = content.deepCopy();
        rename(copy);
        return copy;
    }

    private static void rename(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("asset").isTextual()) {
            object.set("id", object.remove("asset"));
        }
        node.forEach(Copied::rename);
    }
}
