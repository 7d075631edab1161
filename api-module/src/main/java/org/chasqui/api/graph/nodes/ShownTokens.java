package org.chasqui.api.graph.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Takes the access token out of what Graph answers, wherever Graph has written it: it is the gateway's, and may reach more than is
 * the client's.
 */
final class ShownTokens {
    private static final String MASK = "***";

    private ShownTokens() {}

    /** Masks it in all texts of an answer. */
    static void hide(JsonNode answer, String token) {
        if (answer instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(hidden(member.getValue(), token)));
        } else if (answer instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, hidden(array.get(i), token));
            }
        }
    }

    private static JsonNode hidden(JsonNode value, String token) {
        if (value.isTextual() && value.textValue().contains(token)) {
            return TextNode.valueOf(value.textValue().replace(token, MASK));
        }
        hide(value, token);
        return value;
    }
}
