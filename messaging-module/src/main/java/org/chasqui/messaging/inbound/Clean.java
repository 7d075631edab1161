package org.chasqui.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** JSON without the character NUL, which is legal there and which PostgreSQL keeps in no text. */
final class Clean {
    private Clean() {}

    static String json(JsonNode node) {
        var json = node.toString();
        // Looked for in the text, because that is cheap; taken out of the tree, because "\\u0000" is no NUL.
        return json.contains("\\u0000") ? without(node).toString() : json;
    }

    static String text(String text) {
        return text.replace("\0", "");
    }

    private static JsonNode without(JsonNode node) {
        if (node instanceof TextNode text) {
            return TextNode.valueOf(text(text.textValue()));
        }
        if (node instanceof ArrayNode array) {
            var clean = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> clean.add(without(element)));
            return clean;
        }
        if (node instanceof ObjectNode object) {
            var clean = JsonNodeFactory.instance.objectNode();
            for (var member : object.properties()) {
                clean.set(text(member.getKey()), without(member.getValue()));
            }
            return clean;
        }
        return node;
    }
}
