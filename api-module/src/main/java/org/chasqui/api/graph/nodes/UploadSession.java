package org.chasqui.api.graph.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.chasqui.api.graph.MetaFailed;
import org.chasqui.platform.rest.Json;

/**
 * A resumable upload that was announced. Nothing is stored of it: the id that the client gets says all of it, and whoever makes
 * one up has announced a file, no more.
 *
 * @param name of the file
 * @param type its MIME type
 * @param length in bytes
 */
record UploadSession(String name, String type, long length) {
    private static final String PREFIX = "upload:";
    private static final long LARGEST = 100L << 20;
    private static final int LONGEST_NAME = 200;

    /**
     * Reads what a client announces.
     *
     * @throws MetaFailed code 100 when length or type are missing or too much
     */
    static UploadSession of(JsonNode given) {
        long length = given.path("file_length").asLong();
        if (length < 1 || length > LARGEST) {
            throw MetaFailed.invalidParameter("Param file_length must be from 1 to " + LARGEST + ".");
        }
        var type = given.path("file_type").asText();
        if (type.isBlank()) {
            throw MetaFailed.invalidParameter("Param file_type is required, for example image/png.");
        }
        var name = given.path("file_name").asText("sample");
        return new UploadSession(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, type, length);
    }

    static boolean isId(String id) {
        return id.startsWith(PREFIX);
    }

    /** The session behind an id; empty when it is none of ours. */
    static Optional<UploadSession> read(String id) {
        try {
            var told = Base64.getUrlDecoder().decode(id.substring(PREFIX.length()));
            var tree = Json.mapper().readTree(new String(told, StandardCharsets.UTF_8));
            return tree == null || !tree.isObject() ? Optional.empty() : Optional.of(of(tree));
        } catch (IOException | IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** As Meta writes one: {@code upload:} and much Base64. */
    String id() {
        var told = JsonNodeFactory.instance
                .objectNode()
                .put("file_name", name)
                .put("file_type", type)
                .put("file_length", length)
                .toString();
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(told.getBytes(StandardCharsets.UTF_8));
    }
}
