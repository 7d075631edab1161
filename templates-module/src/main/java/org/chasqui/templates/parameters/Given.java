package org.chasqui.templates.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chasqui.platform.failure.FieldError;
import org.jspecify.annotations.Nullable;

/** What the sender gave at a place: a list of components, or one of them. All places share their faults. */
record Given(String path, JsonNode node, List<FieldError> faults) {
    void fault(String message) {
        faults.add(new FieldError(path, message));
    }

    /** The components of a list. */
    List<Given> all() {
        var all = new ArrayList<Given>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.add(new Given(path + "[" + i + "]", node.get(i), faults));
        }
        return all;
    }

    /** The first component of a type; null without one. */
    @Nullable
    Given find(String type) {
        return all().stream()
                .filter(component -> component.type().equals(type))
                .findFirst()
                .orElse(null);
    }

    /** The parameters of a component. */
    List<Given> parameters() {
        return new Given(path + ".parameters", node.path("parameters"), faults).all();
    }

    /** The type of a component or a parameter, in lower case. */
    String type() {
        return node.path("type").asText("").toLowerCase(Locale.ROOT);
    }

    /** What a text parameter shows. */
    String value() {
        return node.hasNonNull("text")
                ? node.path("text").asText("")
                : node.path(type()).path("fallback_value").asText("");
    }
}
