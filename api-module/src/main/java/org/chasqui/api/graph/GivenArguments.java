package org.chasqui.api.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.rest.Json;

/** The arguments of a call as Graph reads them. */
final class GivenArguments {
    /** Proofs of who calls, which go nowhere, and what Graph takes anywhere and has no effect on JSON. */
    private static final Set<String> NO_ARGUMENTS = Set.of(
            "access_token", "appsecret_proof", "appsecret_time", "format", "pretty", "suppress_http_code", "debug");

    /**
     * With these a call is another one than its method and path say, and nobody has looked whether that may be; or, with
     * {@code metadata}, its answer has addresses that hold the access token.
     */
    private static final Set<String> OTHER_CALLS = Set.of("method", "ids", "id", "batch", "metadata");

    /** Servers that drop a blank in front of a name, or end it at a NUL, would read another name than was looked at here. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private GivenArguments() {}

    /**
     * Reads them.
     *
     * @param isText whether an argument comes from a query or a form, where a text may stand for an object or a list
     * @throws MetaFailed code 100 for those that would make another call of it, and for names that are none
     */
    static ObjectNode read(Arguments arguments, Predicate<String> isText) {
        var tree = JsonNodeFactory.instance.objectNode();
        for (var name : arguments.names()) {
            if (!NAME.matcher(name).matches()) {
                throw MetaFailed.invalidParameter("A parameter has a name that is none: \"" + name + "\".");
            }
            if (OTHER_CALLS.contains(name.toLowerCase(Locale.ROOT))) {
                throw MetaFailed.invalidParameter(
                        "The parameter " + name + " is not served by this gateway: make the call itself.");
            }
            if (!NO_ARGUMENTS.contains(name)) {
                var value = arguments.raw(name).deepCopy();
                tree.set(name, isText.test(name) ? parsed(value) : value);
            }
        }
        return tree;
    }

    private static JsonNode parsed(JsonNode value) {
        var text = value.isTextual() ? value.textValue().strip() : "";
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return value;
        }
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException noJson) {
            return value;
        }
    }
}
