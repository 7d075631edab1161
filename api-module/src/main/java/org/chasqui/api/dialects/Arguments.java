package org.chasqui.api.dialects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Json;

/**
 * The arguments of a request, wherever they stood, read as tolerantly as JavaScript gateways do: numbers and booleans as
 * texts and the other way round, objects as JSON inside of a text, one value where several may be. What is blank or null is
 * absent. Unknown arguments are nobody's business.
 */
public final class Arguments {
    private static final Set<String> YES = Set.of("true", "1", "yes", "on");
    private static final Set<String> NO = Set.of("false", "0", "no", "off");
    private static final int LONGEST_NUMBER = 40;

    private final String prefix;
    private final ObjectNode tree;

    private Arguments(String prefix, ObjectNode tree) {
        this.prefix = prefix;
        this.tree = tree;
    }

    /** The arguments that a tree holds. */
    public static Arguments of(ObjectNode tree) {
        return new Arguments("", tree);
    }

    /** These arguments with what others say: theirs win where they say anything. */
    Arguments overlaidWith(ObjectNode winning) {
        var merged = tree.deepCopy();
        for (var member : winning.properties()) {
            if (!merged.has(member.getKey()) || !isAbsent(member.getValue())) {
                merged.set(member.getKey(), member.getValue());
            }
        }
        return new Arguments(prefix, merged);
    }

    /** All of them as they were given. */
    ObjectNode tree() {
        return tree;
    }

    /** How a failure names an argument: {@code msgdata.sections[0].title}. */
    public String path(String name) {
        return prefix + name;
    }

    /** Whether an argument says anything. */
    public boolean has(String name) {
        return !isAbsent(tree.path(name));
    }

    /** Whether an argument was given, even if it says nothing: an empty text, say. */
    public boolean names(String name) {
        return tree.hasNonNull(name);
    }

    /** The names of all arguments that were given, in their order. */
    public List<String> names() {
        var names = new ArrayList<String>();
        tree.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** An argument as it was given; a missing node when it was not. */
    public JsonNode raw(String name) {
        return tree.path(name);
    }

    /** A text; empty when it is missing or blank. The first of several. */
    public Optional<String> text(String name) {
        var node = tree.path(name);
        if (node instanceof ArrayNode several && !several.isEmpty()) {
            node = several.get(0);
        }
        if (node.isContainerNode()) {
            throw RequestFailed.invalid(path(name), "must be a text.");
        }
        var text = node.asText("");
        return isAbsent(node) ? Optional.empty() : Optional.of(text);
    }

    /**
     * A text that must be there.
     *
     * @throws RequestFailed VALIDATION_FAILED
     */
    public String demand(String name) {
        return text(name).orElseThrow(() -> RequestFailed.invalid(path(name), "is required."));
    }

    /** A switch; empty when it is missing. */
    public Optional<Boolean> flag(String name) {
        return text(name).map(text -> {
            var word = text.strip().toLowerCase(Locale.ROOT);
            if (YES.contains(word)) {
                return true;
            }
            if (NO.contains(word)) {
                return false;
            }
            throw RequestFailed.invalid(path(name), "must be true or false.");
        });
    }

    /** A number; empty when it is missing. */
    public Optional<BigDecimal> number(String name) {
        return text(name).map(text -> {
            try {
                if (text.length() > LONGEST_NUMBER) {
                    throw new NumberFormatException("too long");
                }
                return new BigDecimal(text.strip());
            } catch (NumberFormatException noNumber) {
                throw RequestFailed.invalid(path(name), "must be a number.");
            }
        });
    }

    /**
     * A whole number; empty when it is missing.
     *
     * @throws RequestFailed VALIDATION_FAILED for what is none, or has more than 32 bits
     */
    public Optional<Integer> wholeNumber(String name) {
        return number(name).map(number -> {
            try {
                return number.intValueExact();
            } catch (ArithmeticException broken) {
                throw RequestFailed.invalid(path(name), "must be a whole number of " + Integer.MAX_VALUE + " at most.");
            }
        });
    }

    /** The arguments inside of an object; none when it is missing. */
    public Arguments object(String name) {
        var node = parsed(tree.path(name));
        if (isAbsent(node)) {
            return new Arguments(path(name) + ".", JsonNodeFactory.instance.objectNode());
        }
        if (!(node instanceof ObjectNode object)) {
            throw RequestFailed.invalid(path(name), "must be an object.");
        }
        return new Arguments(path(name) + ".", object);
    }

    /** Several objects; a single one counts as one of several. */
    public List<Arguments> objects(String name) {
        var found = new ArrayList<Arguments>();
        var items = items(name);
        for (int i = 0; i < items.size(); i++) {
            var at = path(name) + "[" + i + "]";
            if (!(parsed(items.get(i)) instanceof ObjectNode object)) {
                throw RequestFailed.invalid(at, "must be an object.");
            }
            found.add(new Arguments(at + ".", object));
        }
        return found;
    }

    /** Several texts; a single one counts as one of several, and blank ones are left out. */
    public List<String> texts(String name) {
        var found = new ArrayList<String>();
        for (var item : items(name)) {
            if (item.isContainerNode()) {
                throw RequestFailed.invalid(path(name), "must be texts.");
            }
            if (!isAbsent(item)) {
                found.add(item.asText().strip());
            }
        }
        return found;
    }

    private List<JsonNode> items(String name) {
        var node = parsed(tree.path(name));
        if (isAbsent(node)) {
            return List.of();
        }
        var items = new ArrayList<JsonNode>();
        if (node instanceof ArrayNode array) {
            array.forEach(items::add);
        } else {
            items.add(node);
        }
        return items;
    }

    /** A form has only texts: an object or an array in it stands there as JSON. */
    public static JsonNode parsed(JsonNode node) {
        var text = node.isTextual() ? node.asText().strip() : "";
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return node;
        }
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException noJson) {
            return node;
        }
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || node.isTextual() && node.asText().isBlank();
    }
}
