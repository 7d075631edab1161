package org.chasqui.messaging.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * A place in a message: its path as the client wrote it, and what stands there. Every question that the place cannot
 * answer is a refusal that names path, limit and what was given.
 */
record Part(String path, JsonNode node) {
    private static final int LONGEST_QUOTE = 60;

    /** A member that may be absent; JSON's null is absence. */
    @Nullable
    Part find(String name) {
        var child = object().node.path(name);
        return child.isMissingNode() || child.isNull() ? null : new Part(path + "." + name, child);
    }

    boolean has(String name) {
        return find(name) != null;
    }

    /** A member that must be there. */
    Part need(String name) {
        var child = find(name);
        if (child == null) {
            throw RequestFailed.invalid(path + "." + name, "is required.");
        }
        return child;
    }

    Part object() {
        if (!node.isObject()) {
            throw bad("must be an object, but is " + kind() + ".");
        }
        return this;
    }

    /** Refuses members that Meta does not know here. */
    Part only(Collection<String> known) {
        for (var names = object().node.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!known.contains(name)) {
                throw RequestFailed.invalid(
                        path + "." + name, "is not known; known are " + String.join(", ", new TreeSet<>(known)) + ".");
            }
        }
        return this;
    }

    /** Refuses a member where it has no place. */
    Part without(String name, String why) {
        var child = find(name);
        if (child != null) {
            throw child.bad(why);
        }
        return this;
    }

    /** Text that is not blank. */
    String text() {
        var text = anyText();
        if (text.isBlank()) {
            throw bad("must not be empty.");
        }
        return text;
    }

    /** Text that is not blank and has at most so many characters (code points). */
    String text(int most) {
        var text = text();
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw bad("has " + length + " characters; WhatsApp takes at most " + most + ".");
        }
        return text;
    }

    /** Text, perhaps empty. */
    String anyText() {
        if (!node.isTextual()) {
            throw bad("must be a text, but is " + kind() + ".");
        }
        return node.asText();
    }

    /** One of some words, whatever their case; answered in lower case. */
    String word(Collection<String> allowed) {
        var word = text().toLowerCase(Locale.ROOT);
        if (!allowed.contains(word)) {
            throw bad("is " + quote() + "; must be one of " + String.join(", ", new TreeSet<>(allowed)) + ".");
        }
        return word;
    }

    /** The elements of an array. */
    List<Part> items(int least, int most) {
        if (!node.isArray()) {
            throw bad("must be an array, but is " + kind() + ".");
        }
        if (node.size() < least || node.size() > most) {
            throw bad("has " + node.size() + " items; WhatsApp takes " + least + " to " + most + ".");
        }
        var items = new ArrayList<Part>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Part(path + "[" + i + "]", node.get(i)));
        }
        return items;
    }

    void bool() {
        if (!node.isBoolean()) {
            throw bad("must be true or false, but is " + kind() + ".");
        }
    }

    /** A whole number, as a number or as a text of digits, for Meta's samples have both. */
    long whole(long least, long most) {
        long value;
        try {
            value = node.isTextual()
                    ? Long.parseLong(node.asText())
                    : node.isIntegralNumber() && node.canConvertToLong() ? node.asLong() : notWhole();
        } catch (NumberFormatException noNumber) {
            value = notWhole();
        }
        if (value < least || value > most) {
            throw bad("is " + value + "; must be from " + least + " to " + most + ".");
        }
        return value;
    }

    private long notWhole() {
        throw bad("must be a whole number, but is " + quote() + ".");
    }

    /** A web address. Whether it can be fetched is for Meta to find out. */
    void link() {
        if (!Links.isWebAddress(text())) {
            throw bad("is " + quote() + "; must be an http or https address.");
        }
    }

    RequestFailed bad(String message) {
        return RequestFailed.invalid(path, message);
    }

    /** What stands here, short enough for a message to a person. */
    String quote() {
        var text = node.toString();
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }

    private String kind() {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "nothing";
        };
    }
}
