package org.chasqui.web.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.templates.templates.TemplateView;

/**
 * The words of a template with values in the place of its variables.
 *
 * @param header empty when it has none, or when it is a file
 * @param footer empty when it has none
 * @param buttons what is written on them
 */
public record TemplateText(String header, String body, String footer, List<String> buttons) {
    /** A variable; its first group is the name or the number. */
    public static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** The template as it was sent. */
    static TemplateText sent(TemplateView template, JsonNode content) {
        return of(
                template, variable -> value(content, "header", variable), variable -> value(content, "body", variable));
    }

    /** The template with a value for each variable. */
    public static TemplateText of(TemplateView template, UnaryOperator<String> inHeader, UnaryOperator<String> inBody) {
        String header = "";
        String body = "";
        String footer = "";
        var buttons = new ArrayList<String>();
        for (var component : template.tree()) {
            var text = component.path("text").asText();
            switch (type(component)) {
                case "HEADER" -> header = fill(text, inHeader);
                case "BODY" -> body = fill(text, inBody);
                case "FOOTER" -> footer = text;
                case "BUTTONS" ->
                    component
                            .path("buttons")
                            .forEach(button -> buttons.add(button.path("text").asText()));
                default -> {
                    // Carousels and their like are named by the template's name alone.
                }
            }
        }
        return new TemplateText(header, body, footer, List.copyOf(buttons));
    }

    /** The type of a component in capitals, whatever case it came in. */
    public static String type(JsonNode component) {
        return component.path("type").asText().toUpperCase(Locale.ROOT);
    }

    private static String fill(String text, UnaryOperator<String> values) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
    }

    /** By name where the parameter has one, else by position. */
    private static String value(JsonNode content, String part, String variable) {
        for (var component : content.path("components")) {
            if (component.path("type").asText().equalsIgnoreCase(part)) {
                int position = 0;
                for (var parameter : component.path("parameters")) {
                    position++;
                    var name = parameter.path("parameter_name").asText(Integer.toString(position));
                    if (name.equals(variable)) {
                        return parameter.path("text").asText("…");
                    }
                }
            }
        }
        return "{{" + variable + "}}";
    }
}
