package org.chasqui.api.dialects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code a=1&b[c]=2&d[]=3&e[0][f]=4} as the tree that it stands for: the form in which axios, jQuery, PHP and qs write
 * nested objects into a query or a form. What comes twice becomes an array.
 */
final class NestedKeys {
    private static final int MOST_PAIRS = 1_000;
    private static final int DEEPEST = 10;

    private NestedKeys() {}

    /**
     * The tree of a query or of a form.
     *
     * @param encoded null or empty for none
     * @throws RequestFailed INVALID_REQUEST for a broken percent escape, or for more than anybody needs
     */
    static ObjectNode read(@Nullable String encoded) {
        var tree = JsonNodeFactory.instance.objectNode();
        if (encoded == null || encoded.isEmpty()) {
            return tree;
        }
        var pairs = encoded.split("&", MOST_PAIRS + 1);
        if (pairs.length > MOST_PAIRS) {
            throw new RequestFailed(
                    FailureCode.INVALID_REQUEST, "There are more than " + MOST_PAIRS + " parameters in the request.");
        }
        for (var pair : pairs) {
            int equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                put(tree, name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return tree;
    }

    /** Puts a value under a name that may have parts in brackets. */
    static void put(ObjectNode tree, String name, String value) {
        var path = path(name);
        JsonNode place = tree;
        for (int i = 0; i < path.size() - 1; i++) {
            place = inner(place, path.get(i), isIndex(path.get(i + 1)));
        }
        var last = path.get(path.size() - 1);
        var text = JsonNodeFactory.instance.textNode(value);
        if (place instanceof ArrayNode array) {
            array.add(text);
        } else if (place instanceof ObjectNode object) {
            var present = object.get(last);
            if (present instanceof ArrayNode several) {
                several.add(text);
            } else if (present == null || present.isContainerNode()) {
                object.set(last, text);
            } else if (!present.asText().equals(value)) {
                object.putArray(last).add(present).add(text);
            }
        }
    }

    /** The container under a key, made when it is not there; a text that stands in its place gives way. */
    private static JsonNode inner(JsonNode place, String key, boolean isArray) {
        var fresh = isArray ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
        if (place instanceof ArrayNode array) {
            int index = key.isEmpty() || !isIndex(key) ? array.size() : Integer.parseInt(key);
            if (index < array.size() && array.get(index).isContainerNode()) {
                return array.get(index);
            }
            array.add(fresh);
            return fresh;
        }
        var object = (ObjectNode) place;
        var present = object.get(key);
        if (present != null && present.isContainerNode()) {
            return present;
        }
        object.set(key, fresh);
        return fresh;
    }

    private static boolean isIndex(String key) {
        return key.isEmpty() || key.length() <= 3 && key.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static List<String> path(String name) {
        int bracket = name.indexOf('[');
        if (bracket <= 0 || !name.endsWith("]")) {
            return List.of(name);
        }
        var path = new ArrayList<String>();
        path.add(name.substring(0, bracket));
        for (var part : name.substring(bracket + 1, name.length() - 1).split("]\\[", -1)) {
            path.add(part);
        }
        if (path.size() > DEEPEST) {
            throw new RequestFailed(FailureCode.INVALID_REQUEST, "A parameter is nested deeper than " + DEEPEST + ".");
        }
        return path;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new RequestFailed(
                    FailureCode.INVALID_REQUEST,
                    "The parameters are malformed: escape special characters as %20 and the like.",
                    broken);
        }
    }
}
