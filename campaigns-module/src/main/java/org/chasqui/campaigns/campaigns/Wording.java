package org.chasqui.campaigns.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.campaigns.recipients.RecipientRow;
import org.chasqui.templates.definition.Shape;
import org.chasqui.templates.definition.Variables;
import org.chasqui.templates.templates.TemplateView;

/**
 * Makes the message of each recipient: the parts that are the same for everybody, with his variables in the places of
 * {@code {{name}}}, and the parameters of header, body and address buttons that nobody has given.
 *
 * <p>A variable of the body is named as in the template. One of the header is {@code header.1}, one of the button at
 * place 0 is {@code button.0}; where those are missing, the plain name counts for the header too.
 */
public final class Wording {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TemplateView template;
    private final Shape shape;
    private final ArrayNode fixed;

    /**
     * The wording of a campaign.
     *
     * @param fixed its components, a JSON array
     */
    public Wording(TemplateView template, JsonNode fixed) {
        this.template = template;
        this.shape = template.shape();
        this.fixed = fixed instanceof ArrayNode array ? array : JSON.arrayNode();
    }

    /**
     * The message of one recipient.
     *
     * @param content what stands under {@code template} in Graph's body
     * @param missing variables that he lacks; the message cannot go out unless this is empty
     * @param text the body as he reads it
     */
    public record Filled(ObjectNode content, Set<String> missing, String text) {}

    /** The message of a recipient. */
    public Filled of(RecipientRow recipient) {
        var values = new HashMap<>(recipient.variables());
        if (recipient.name() != null) {
            values.putIfAbsent("name", recipient.name());
        }
        return filled(values);
    }

    /** The variables that every recipient must have, in the order in which they are read. */
    public Set<String> needs() {
        return filled(new HashMap<>()).missing();
    }

    private Filled filled(Map<String, String> values) {
        var filling = new Filling(values);
        var components = JSON.arrayNode();
        fixed.forEach(component -> components.add(filling.fill(component)));
        var header = shape.header();
        if (header != null && !has("header") && !header.variables().isEmpty()) {
            components.add(filling.parameters(
                    "header",
                    header.variables().names(),
                    "header.",
                    header.variables().isNamed()));
        }
        var body = Variables.of(shape.body());
        if (!has("body") && !body.isEmpty()) {
            components.add(filling.parameters("body", ordered(body), "", body.isNamed()));
        }
        buttons(filling, components);
        var content = JSON.objectNode().put("name", template.name());
        content.set("language", JSON.objectNode().put("code", template.language()));
        if (!components.isEmpty()) {
            content.set("components", components);
        }
        return new Filled(content, filling.missing, Variables.fill(shape.body(), values));
    }

    /** Positional parameters go in the order of their numbers, in whatever order they stand in the text. */
    private static List<String> ordered(Variables variables) {
        return variables.isNamed()
                ? variables.names()
                : variables.names().stream()
                        .sorted((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)))
                        .toList();
    }

    private void buttons(Filling filling, ArrayNode components) {
        if (has("button")) {
            return;
        }
        for (int i = 0; i < shape.buttons().size(); i++) {
            if (!Variables.of(shape.buttons().get(i).url()).isEmpty()) {
                var button = JSON.objectNode().put("type", "button").put("sub_type", "url");
                button.put("index", Integer.toString(i));
                button.putArray("parameters")
                        .addObject()
                        .put("type", "text")
                        .put("text", filling.value("button." + i, "button." + i));
                components.add(button);
            }
        }
    }

    private boolean has(String type) {
        for (var component : fixed) {
            if (type.equalsIgnoreCase(component.path("type").asText())) {
                return true;
            }
        }
        return false;
    }

    /** The variables of one recipient, and what he lacks. */
    private static final class Filling {
        private final Map<String, String> values;
        private final Set<String> missing = new LinkedHashSet<>();

        private Filling(Map<String, String> values) {
            this.values = values;
        }

        private String value(String name, String orElse) {
            var value = values.getOrDefault(name, values.getOrDefault(orElse, ""));
            if (value.isBlank()) {
                missing.add(name);
            }
            return value;
        }

        private ObjectNode parameters(String type, List<String> names, String prefix, boolean isNamed) {
            var component = JSON.objectNode().put("type", type);
            var parameters = component.putArray("parameters");
            for (var name : names) {
                var parameter = parameters.addObject().put("type", "text");
                if (isNamed) {
                    parameter.put("parameter_name", name);
                }
                parameter.put("text", value(prefix + name, name));
            }
            return component;
        }

        /** A copy of what is the same for everybody, with his values in the places of its variables. */
        private JsonNode fill(JsonNode node) {
            if (node.isTextual()) {
                Variables.of(node.asText()).names().forEach(name -> value(name, name));
                return JSON.textNode(Variables.fill(node.asText(), values));
            }
            if (node.isArray()) {
                var array = JSON.arrayNode();
                node.forEach(item -> array.add(fill(item)));
                return array;
            }
            if (node.isObject()) {
                var object = JSON.objectNode();
                node.properties().forEach(member -> object.set(member.getKey(), fill(member.getValue())));
                return object;
            }
            return node;
        }
    }
}
