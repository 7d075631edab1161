package org.chasqui.api.dialects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.chasqui.platform.rest.Json;

/**
 * What a client gets.
 *
 * @param headers besides the content type
 */
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
    private static final String JSON = "application/json; charset=utf-8";

    /** A tree, printed as it is. */
    public static Answer json(int status, JsonNode tree) {
        try {
            return new Answer(status, JSON, Json.mapper().writeValueAsBytes(tree), Map.of());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree could not be written as JSON", impossible);
        }
    }

    /** Bytes of any type, for example a picture. */
    public static Answer bytes(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, body, Map.of());
    }

    /** The same answer with one more header. */
    public Answer with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, body, Map.copyOf(more));
    }
}
