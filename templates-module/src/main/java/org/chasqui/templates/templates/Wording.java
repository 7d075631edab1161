package org.chasqui.templates.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.platform.rest.Json;

/** Compares components by what people see. Samples do not count: Graph gives files another address at each reading. */
final class Wording {
    private static final String SAMPLES = "example";

    private Wording() {}

    static boolean isSame(String one, String two) {
        return one.equals(two) || plain(one).equals(plain(two));
    }

    private static JsonNode plain(String components) {
        try {
            var tree = Json.mapper().readTree(components);
            strip(tree);
            return tree;
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("components that are no JSON", impossible);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(SAMPLES);
        }
        node.forEach(Wording::strip);
    }
}
