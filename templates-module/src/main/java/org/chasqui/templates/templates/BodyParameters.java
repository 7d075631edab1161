package org.chasqui.templates.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts the variables of a template's body: {@code {{1}}} by position, or {@code {{first_name}}} by name. */
final class BodyParameters {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private BodyParameters() {}

    static int count(@Nullable JsonNode components) {
        var names = new HashSet<String>();
        if (components != null) {
            for (var component : components) {
                if (component.path("type").asText().equalsIgnoreCase("BODY")) {
                    var matcher = VARIABLE.matcher(component.path("text").asText());
                    while (matcher.find()) {
                        names.add(matcher.group(1));
                    }
                }
            }
        }
        return names.size();
    }
}
