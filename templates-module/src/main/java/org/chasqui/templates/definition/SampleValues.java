package org.chasqui.templates.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What stands in the place of variables when a template is shown or tried.
 *
 * @param header by name or number of the variable
 * @param body by name or number of the variable
 * @param cards of the text of each card
 */
public record SampleValues(Map<String, String> header, Map<String, String> body, List<Map<String, String>> cards) {
    private static final String LONG = "a rather long value, as some people have";

    public SampleValues {
        header = Map.copyOf(header);
        body = Map.copyOf(body);
        cards = List.copyOf(cards);
    }

    /** The samples that a template was handed in with. */
    public static SampleValues of(JsonNode components) {
        return read(components, SampleValues::given);
    }

    /** A long text in the place of each variable. */
    public static SampleValues longest(JsonNode components) {
        return read(components, (component, member) -> longOnes(component));
    }

    /** The values of the text of a card; none for a card that is not there. */
    public Map<String, String> card(int index) {
        return index < cards.size() ? cards.get(index) : Map.of();
    }

    private static SampleValues read(JsonNode components, BiFunction<JsonNode, String, Map<String, String>> values) {
        var cards = new ArrayList<Map<String, String>>();
        for (var card : Shape.component(components, "CAROUSEL").path("cards")) {
            cards.add(values.apply(Shape.component(card.path("components"), "BODY"), "body_text"));
        }
        return new SampleValues(
                values.apply(Shape.component(components, "HEADER"), "header_text"),
                values.apply(Shape.component(components, "BODY"), "body_text"),
                cards);
    }

    private static Map<String, String> longOnes(JsonNode component) {
        var values = new HashMap<String, String>();
        Variables.of(component.path("text").asText("")).names().forEach(name -> values.put(name, LONG));
        return values;
    }

    /** The samples of a component: by name under {@code <member>_named_params}, in order under the member itself. */
    public static Map<String, String> given(JsonNode component, String member) {
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
