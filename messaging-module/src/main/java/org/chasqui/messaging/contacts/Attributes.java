package org.chasqui.messaging.contacts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What stands in the database as JSON. */
final class Attributes {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Attributes() {}

    static ObjectNode of(String json) {
        return (ObjectNode) read(json);
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("what was stored is no JSON", ours);
        }
    }

    /** A text, a number, true or false. */
    static JsonNode node(Object value) {
        return MAPPER.valueToTree(value);
    }

    static String array(List<String> texts) {
        return MAPPER.valueToTree(texts).toString();
    }
}
