package org.chasqui.api.botmaker.templates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.templates.definition.Button;
import org.chasqui.templates.definition.ButtonKind;
import org.chasqui.templates.definition.HeaderFormat;
import org.chasqui.templates.definition.Variables;
import org.chasqui.templates.templates.TemplateView;

/**
 * Puts {@code variables} into the places of a template: those of the text by name or number, {@code headerImageUrl}, {@code
 * headerVideoUrl} or {@code headerDocumentUrl} (or {@code headerUrl} for any of them) for the file above it, {@code
 * buttonUrl} or {@code button.0} for the end of the address of a button, {@code couponCode} for a code to copy.
 */
public final class Filling {
    private final Map<String, String> values;
    private final List<FieldError> missing = new ArrayList<>();
    private final ArrayNode components = JsonNodeFactory.instance.arrayNode();

    private Filling(Map<String, String> values) {
        this.values = values;
    }

    /**
     * What stands under {@code template} in Graph's body.
     *
     * @throws RequestFailed VALIDATION_FAILED naming each variable that is missing
     */
    public static ObjectNode of(TemplateView template, Map<String, String> values) {
        var filling = new Filling(values);
        filling.header(template);
        filling.texts("body", Variables.of(template.shape().body()), "");
        var buttons = template.shape().buttons();
        for (int i = 0; i < buttons.size(); i++) {
            filling.button(i, buttons.get(i));
        }
        if (!filling.missing.isEmpty()) {
            throw RequestFailed.invalid(filling.missing);
        }
        var content = JsonNodeFactory.instance.objectNode().put("name", template.name());
        content.putObject("language").put("code", template.language());
        if (!filling.components.isEmpty()) {
            content.set("components", filling.components);
        }
        return content;
    }

    /** The components that are the same for everybody: the file above the text, when there is one. */
    public static ArrayNode fixed(TemplateView template, Map<String, String> values) {
        var filling = new Filling(values);
        var header = template.shape().header();
        if (header != null && header.format().isMedia()) {
            filling.header(template);
        }
        if (!filling.missing.isEmpty()) {
            throw RequestFailed.invalid(filling.missing);
        }
        return filling.components;
    }

    private void header(TemplateView template) {
        var header = template.shape().header();
        if (header == null) {
            return;
        }
        if (header.format().isMedia()) {
            // An animated picture is sent as a film.
            var kind = header.format() == HeaderFormat.GIF
                    ? "video"
                    : header.format().wire();
            var name = "header" + Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + "Url";
            var file = parameters("header").addObject().put("type", kind).putObject(kind);
            file.put("link", value(name, "headerUrl"));
            var filename = values.get("headerDocumentName");
            if (kind.equals("document") && filename != null) {
                file.put("filename", filename);
            }
        } else if (!header.variables().isEmpty()) {
            texts("header", header.variables(), "header.");
        }
    }

    private void texts(String type, Variables variables, String prefix) {
        if (variables.isEmpty()) {
            return;
        }
        var parameters = parameters(type);
        for (var name : ordered(variables)) {
            var parameter = parameters.addObject().put("type", "text");
            if (variables.isNamed()) {
                parameter.put("parameter_name", name);
            }
            parameter.put("text", values.containsKey(prefix + name) ? value(prefix + name, name) : value(name, name));
        }
    }

    /** Positional parameters go in the order of their numbers, in whatever order they stand in the text. */
    private static List<String> ordered(Variables variables) {
        return variables.isNamed()
                ? variables.names()
                : variables.names().stream()
                        .sorted((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)))
                        .toList();
    }

    private void button(int index, Button button) {
        if (button.kind() == ButtonKind.COPY_CODE) {
            button(index, "copy_code", "coupon_code", value("couponCode", "button." + index));
        } else if (button.isOneTimeCode()) {
            button(index, "url", "text", value("button." + index, "1"));
        } else if (button.hasVariable()) {
            button(index, "url", "text", value("button." + index, "buttonUrl"));
        }
    }

    private void button(int index, String kind, String type, String value) {
        components
                .addObject()
                .put("type", "button")
                .put("sub_type", kind)
                .put("index", Integer.toString(index))
                .putArray("parameters")
                .addObject()
                .put("type", type)
                .put(type, value);
    }

    private ArrayNode parameters(String type) {
        return components.addObject().put("type", type).putArray("parameters");
    }

    private String value(String name, String orElse) {
        var value = values.getOrDefault(name, values.getOrDefault(orElse, ""));
        if (value.isBlank()) {
            missing.add(new FieldError("variables." + name, "is required: the template has a place for it."));
        }
        return value;
    }
}
