package org.chasqui.api.dialects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a client gets.
 *
 * @param body empty when there is a stream
 * @param stream a body that is too large to be held in memory; null for none
 * @param headers besides the content type
 */
public record Answer(
        int status,
        String contentType,
        byte[] body,
        @Nullable Stream stream,
        Map<String, String> headers) implements Reply {
    private static final String JSON = "application/json; charset=utf-8";

    /**
     * Bytes that are read while they are sent.
     *
     * @param length how many there are
     * @param bytes closed when they are sent, or cannot be
     */
    public record Stream(long length, InputStream bytes) {
        void writeTo(OutputStream out) throws IOException {
            try (bytes) {
                bytes.transferTo(out);
            }
        }
    }

    /** A tree, printed as it is. */
    public static Answer json(int status, JsonNode tree) {
        try {
            return new Answer(status, JSON, Json.mapper().writeValueAsBytes(tree), null, Map.of());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree could not be written as JSON", impossible);
        }
    }

    /** Bytes of any type, for example a picture. */
    public static Answer bytes(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, body, null, Map.of());
    }

    /** A file. */
    public static Answer stream(int status, String contentType, Stream stream) {
        return new Answer(status, contentType, new byte[0], stream, Map.of());
    }

    /** The same answer with one more header. */
    public Answer with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, body, stream, Map.copyOf(more));
    }
}
