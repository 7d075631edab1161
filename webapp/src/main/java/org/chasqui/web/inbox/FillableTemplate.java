package org.chasqui.web.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.web.messages.TemplateText;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A template that can be filled in by hand: texts only; those that want a file, a card or a code are for the API. */
public final class FillableTemplate {
    private static final Texts TEXTS = Texts.of("inbox");
    private static final Set<String> FILLABLE = Set.of("HEADER", "BODY", "FOOTER", "BUTTONS");
    private static final Set<String> PLAIN_BUTTONS = Set.of("QUICK_REPLY", "URL", "PHONE_NUMBER");

    private final TemplateView template;
    private final List<TemplateField> fields;

    private FillableTemplate(TemplateView template, List<TemplateField> fields) {
        this.template = template;
        this.fields = fields;
    }

    /** Empty when it is not approved, or cannot be filled in by hand. */
    public static Optional<FillableTemplate> of(TemplateView template) {
        boolean open =
                template.status().equals("APPROVED") && !template.category().equals("AUTHENTICATION");
        if (!open) {
            return Optional.empty();
        }
        var fields = new ArrayList<TemplateField>();
        for (var component : template.tree()) {
            if (!read(component, fields)) {
                return Optional.empty();
            }
        }
        return Optional.of(new FillableTemplate(template, List.copyOf(fields)));
    }

    private static boolean read(JsonNode component, List<TemplateField> fields) {
        var type = TemplateText.type(component);
        if (!FILLABLE.contains(type)) {
            return false;
        }
        if (type.equals("HEADER") && !component.path("format").asText("TEXT").equals("TEXT")) {
            return false;
        }
        if (type.equals("HEADER") || type.equals("BODY")) {
            for (var variable : variables(component.path("text").asText())) {
                fields.add(new TemplateField(
                        type.toLowerCase(Locale.ROOT),
                        variable,
                        TEXTS.get(type.equals("BODY") ? "template.variable" : "template.headerVariable", variable)));
            }
        }
        int index = 0;
        for (var button : component.path("buttons")) {
            if (!PLAIN_BUTTONS.contains(button.path("type").asText())) {
                return false;
            }
            if (!variables(button.path("url").asText()).isEmpty()) {
                fields.add(new TemplateField(
                        "button" + index,
                        "1",
                        TEXTS.get("template.urlEnd", button.path("text").asText())));
            }
            index++;
        }
        return true;
    }

    private static Set<String> variables(String text) {
        var variables = new LinkedHashSet<String>();
        TemplateText.VARIABLE.matcher(text).results().forEach(found -> variables.add(found.group(1)));
        return variables;
    }

    TemplateView template() {
        return template;
    }

    /** What is to be filled in. */
    public List<TemplateField> fields() {
        return fields;
    }

    /** Name and language, with a space between them. */
    public String key() {
        return template.name() + " " + template.language();
    }

    /** Its words, with the values that are there. */
    public TemplateText text(Map<String, String> values) {
        return TemplateText.of(
                template,
                variable -> shown(values.get("header." + variable), variable),
                variable -> shown(values.get("body." + variable), variable));
    }

    private static String shown(@Nullable String value, String variable) {
        return value == null || value.isBlank() ? "{{" + variable + "}}" : value;
    }

    /** The message, as Graph wants it (Meta, template messages). */
    public ObjectNode content(Map<String, String> values) {
        var content = JsonNodeFactory.instance.objectNode().put("name", template.name());
        content.putObject("language").put("code", template.language());
        var components = content.putArray("components");
        ObjectNode component = null;
        String part = "";
        for (var field : fields) {
            if (component == null || !part.equals(field.part())) {
                part = field.part();
                component = components.addObject();
                if (part.startsWith("button")) {
                    component.put("type", "button").put("sub_type", "url").put("index", part.substring(6));
                } else {
                    component.put("type", part);
                }
                component.putArray("parameters");
            }
            var parameter = component.withArray("parameters").addObject().put("type", "text");
            if (!field.variable().matches("\\d+")) {
                parameter.put("parameter_name", field.variable());
            }
            parameter.put("text", Objects.requireNonNullElse(values.get(field.getKey()), ""));
        }
        if (components.isEmpty()) {
            content.remove("components");
        }
        return content;
    }
}
