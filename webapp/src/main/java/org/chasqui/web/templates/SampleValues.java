package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.chasqui.templates.definition.Shape;
import org.chasqui.templates.definition.Variables;

/**
 * What stands in the place of variables when a template is shown.
 *
 * @param offer text of a limited-time offer; empty without one
 */
record SampleValues(Map<String, String> header, Map<String, String> body, String offer) {
    private static final String LONG = "a rather long value, as some people have";

    /** The samples that a template was handed in with. */
    static SampleValues of(JsonNode components) {
        return new SampleValues(
                values(Shape.component(components, "HEADER"), "header_text"),
                values(Shape.component(components, "BODY"), "body_text"),
                offer(components));
    }

    /** A long text in the place of each variable. */
    static SampleValues longest(JsonNode components) {
        return new SampleValues(
                longest(Shape.component(components, "HEADER").path("text").asText("")),
                longest(Shape.component(components, "BODY").path("text").asText("")),
                offer(components));
    }

    private static String offer(JsonNode components) {
        return Shape.component(components, "LIMITED_TIME_OFFER")
                .path("limited_time_offer")
                .path("text")
                .asText("");
    }

    private static Map<String, String> longest(String text) {
        var values = new HashMap<String, String>();
        Variables.of(text).names().forEach(name -> values.put(name, LONG));
        return values;
    }

    private static Map<String, String> values(JsonNode component, String member) {
        var values = new HashMap<String, String>();
        var example = component.path("example");
        for (var named : example.path(member + "_named_params")) {
            values.put(
                    named.path("param_name").asText(""), named.path("example").asText(""));
        }
        var ordered = example.path(member);
        var list = ordered.path(0).isArray() ? ordered.path(0) : ordered;
        for (int i = 0; i < list.size(); i++) {
            values.put(Integer.toString(i + 1), list.path(i).asText(""));
        }
        return values;
    }
}
