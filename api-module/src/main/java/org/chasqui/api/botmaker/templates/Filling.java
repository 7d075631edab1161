package org.chasqui.api.botmaker.templates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.templates.definition.Button;
import org.chasqui.templates.definition.ButtonKind;
import org.chasqui.templates.definition.Header;
import org.chasqui.templates.definition.HeaderFormat;
import org.chasqui.templates.definition.Variables;
import org.chasqui.templates.templates.TemplateView;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@code variables} into the places of a template: those of the text by name or number, {@code headerImageUrl}, {@code
 * headerVideoUrl} or {@code headerDocumentUrl} (or {@code headerUrl} for any of them) for the file above it, {@code
 * buttonUrl} or {@code button.0} for the end of the address of a button, {@code couponCode} for a code to copy.
 */
public final class Filling {
    private final Function<String, @Nullable String> values;
    private final List<FieldError> missing = new ArrayList<>();
    private final ArrayNode components = JsonNodeFactory.instance.arrayNode();

    private Filling(Function<String, @Nullable String> values) {
        this.values = values;
    }

    /**
     * What stands under {@code template} in Graph's body.
     *
     * @param values by the names of variables; null for one that nobody has said, asked for when the template has a place for it
     * @throws RequestFailed VALIDATION_FAILED naming each variable that is missing
     */
    public static ObjectNode of(TemplateView template, Function<String, @Nullable String> values) {
        var filling = new Filling(values);
        var shape = template.shape();
        filling.header(shape.header());
        filling.texts("body", Variables.of(shape.body()), "");
        var buttons = shape.buttons();
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
        var filling = new Filling(values::get);
        var header = template.shape().header();
        if (header != null && header.format().isMedia()) {
            filling.header(header);
        }
        if (!filling.missing.isEmpty()) {
            throw RequestFailed.invalid(filling.missing);
        }
        return filling.components;
    }

    private void header(@Nullable Header header) {
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
            var filename = values.apply("headerDocumentName");
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
            parameter.put("text", values.apply(prefix + name) != null ? value(prefix + name, name) : value(name, name));
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
        var value = values.apply(name);
        if (value == null) {
            value = values.apply(orElse);
        }
        if (value == null || value.isBlank()) {
            missing.add(new FieldError("variables." + name, "is required: the template has a place for it."));
            return "";
        }
        return value;
    }
}
