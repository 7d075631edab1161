package org.chasqui.templates.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.chasqui.platform.failure.FieldError;

/** A place in a draft: its path as the client wrote it and what stands there. All places of a draft share their faults. */
record Place(String path, JsonNode node, List<FieldError> faults) {
    /** A member; the place of something absent is a place, too. */
    Place at(String member) {
        return new Place(path + "." + member, node.path(member), faults);
    }

    boolean has(String member) {
        return !node.path(member).isMissingNode() && !node.path(member).isNull();
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    void fault(String message) {
        faults.add(new FieldError(path, message));
    }

    /** Its {@code type} in upper case; empty without one. */
    String type() {
        return node.path("type").asText("").toUpperCase(Locale.ROOT);
    }

    /** The elements of an array; none, and a fault, when it is none. */
    List<Place> items(int least, int most, String what) {
        if (!node.isArray()) {
            fault(isAbsent() ? "is required: an array of " + what + "." : "must be an array of " + what + ".");
            return List.of();
        }
        if (node.size() < least || node.size() > most) {
            fault("has " + node.size() + " " + what + "; Meta takes " + (least == most ? least : least + " to " + most)
                    + ".");
        }
        var items = new ArrayList<Place>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Place(path + "[" + i + "]", node.get(i), faults));
        }
        return items;
    }

    /** The text that stands here, with a fault when it is missing, blank or longer than Meta takes. */
    String text(int most) {
        if (!node.isTextual() || node.asText().isBlank()) {
            fault(isAbsent() ? "is required." : "must be a text that is not empty.");
            return "";
        }
        var text = node.asText();
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            fault("has " + length + " characters; Meta takes at most " + most + ".");
        }
        return text;
    }

    /** One of some words in upper case, whatever their case here; empty, and a fault, for another. */
    String word(Collection<String> allowed) {
        var word = node.asText("").strip().toUpperCase(Locale.ROOT);
        if (!allowed.contains(word)) {
            fault((isAbsent() ? "is required" : "is \"" + node.asText("") + "\"") + "; must be one of "
                    + String.join(", ", new TreeSet<>(allowed)) + ".");
            return "";
        }
        return word;
    }

    /** A whole number between two limits, with a fault when it is none. */
    void whole(long least, long most) {
        if (!node.isIntegralNumber() || node.asLong() < least || node.asLong() > most) {
            fault((isAbsent() ? "is required" : "is " + node) + "; must be a whole number from " + least + " to " + most
                    + ".");
        }
    }

    /** Says that a member has no place here. */
    void without(String member, String why) {
        if (has(member)) {
            at(member).fault(why);
        }
    }

    static Place root(JsonNode components, List<FieldError> faults) {
        return new Place("components", components, faults);
    }
}
