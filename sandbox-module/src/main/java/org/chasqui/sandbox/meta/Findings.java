package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a request and keeps the finding of the earliest stage: a schema error (100) hides a
 * missing parameter (131008), which hides a bad value (131009), whatever their order in the body.
 */
final class Findings {

    private static final int SCHEMA = 0;
    private static final int REQUIRED = 1;
    private static final int VALUE = 2;
    private static final int NONE = 3;

    private int stage = NONE;
    private @Nullable GraphFailure failure;

    @Nullable
    GraphFailure first() {
        return failure;
    }

    boolean isSchemaBroken() {
        return stage == SCHEMA;
    }

    void schema(String explanation) {
        keep(SCHEMA, GraphFailure.invalidParameter(explanation));
    }

    void missing(String details) {
        keep(REQUIRED, GraphFailure.of(131008, details));
    }

    void value(String details) {
        keep(VALUE, GraphFailure.of(131009, details));
    }

    void value(int code, String details) {
        keep(VALUE, GraphFailure.of(code, details));
    }

    private void keep(int found, GraphFailure what) {
        if (found < stage) {
            stage = found;
            failure = what;
        }
    }

    /** An object that must be there; a missing node when it is not, so that checks below it stay silent. */
    JsonNode object(JsonNode parent, String key, String path) {
        JsonNode node = parent.path(key);
        if (node.isMissingNode() || node.isNull()) {
            missing("Parameter '" + path + "' is required");
        } else if (!node.isObject()) {
            schema("Param " + path + " must be a JSON object.");
        }
        return node;
    }

    /** A list that must be there and hold between min and max entries. */
    JsonNode list(JsonNode parent, String key, String path, int min, int max) {
        JsonNode node = parent.path(key);
        if (node.isMissingNode() || node.isNull()) {
            missing("Parameter '" + path + "' is required");
        } else if (!node.isArray()) {
            schema("Param " + path + " must be an array.");
        } else if (node.size() < min || node.size() > max) {
            value("Param " + path + " must hold between " + min + " and " + max + " items, has " + node.size());
        }
        return node;
    }

    /** A text that must be there, not empty and at most max long: too long is a schema error, as Graph answers it. */
    String text(JsonNode parent, String key, String path, int max) {
        JsonNode node = parent.path(key);
        if (node.isMissingNode() || node.isNull()) {
            missing("Parameter '" + path + "' is required");
            return "";
        }
        return optionalText(parent, key, path, max);
    }

    /** A text that may be absent. */
    String optionalText(JsonNode parent, String key, String path, int max) {
        JsonNode node = parent.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isTextual() && !node.isNumber()) {
            schema("Param " + path + " must be a string.");
            return "";
        }
        String text = node.asText();
        if (text.isEmpty()) {
            missing("Parameter '" + path + "' must not be empty");
        } else if (text.length() > max) {
            schema("Param " + path + " must be at most " + max + " characters long.");
        }
        return text;
    }

    /** A label of an interactive message: its length is a value error. */
    String label(JsonNode parent, String key, String what, int max) {
        JsonNode node = parent.path(key);
        if (node.isMissingNode() || node.isNull()) {
            missing(what + " is required");
            return "";
        }
        if (!node.isTextual()) {
            schema("Param " + key + " must be a string.");
            return "";
        }
        String text = node.asText();
        if (text.isBlank() || text.length() > max) {
            value(what + " length invalid. Min length: 1, Max length: " + max);
        }
        return text;
    }

    /** A word out of a set, compared without case; unknown ones are a schema error that lists the set. */
    String word(JsonNode node, String path, Set<String> allowed) {
        String word = node.asText();
        if (!node.isTextual() || !allowed.contains(word.toLowerCase(Locale.ROOT))) {
            String list = String.join(", ", new TreeSet<>(allowed)).toUpperCase(Locale.ROOT);
            schema("Param " + path + " must be one of {" + list + "} - got \"" + word + "\".");
        }
        return word.toLowerCase(Locale.ROOT);
    }

    /** Keys that Meta's schema does not know in this object. */
    void onlyKeys(JsonNode object, String path, Set<String> known) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                schema("Unexpected key \"" + name + "\" on param \"" + path + "\".");
            }
        }
    }
}
