package org.chasqui.api.botmaker.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.templates.definition.TemplateDraft;
import org.chasqui.templates.definition.Variables;
import org.jspecify.annotations.Nullable;

/**
 * A template that a client of Botmaker describes, in Meta's words. Variables of a text are {@code ${name}} there; Meta's own
 * {@code {{name}}} is taken, too. Meta wants a sample for each: the name of the variable where {@code examples} says nothing.
 */
final class TemplateWords {
    private static final Pattern DOLLAR = Pattern.compile("\\$\\{\\s*(\\w+)\\s*}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TemplateWords() {}

    static TemplateDraft draft(Arguments given) {
        var components = JSON.arrayNode();
        var examples = given.object("examples");
        var header = given.object("header");
        if (!header.names().isEmpty()) {
            components.add(header(header, examples));
        }
        var body = given.object("body");
        components.add(text("BODY", braces(body.demand("text")), "body_text", examples));
        footer(given, components);
        buttons(given, components);
        return new TemplateDraft(
                given.demand("name").strip(),
                given.demand("category").strip().toUpperCase(Locale.ROOT),
                given.demand("locale").strip().replace('-', '_'),
                null,
                components,
                null);
    }

    private static ObjectNode header(Arguments header, Arguments examples) {
        var format = header.text("format").orElse("TEXT").strip().toUpperCase(Locale.ROOT);
        if (format.equals("TEXT")) {
            return text("HEADER", braces(header.demand("text")), "header_text", examples)
                    .put("format", format);
        }
        var component = JSON.objectNode().put("type", "HEADER").put("format", format);
        // Meta takes the handle of an upload; a file that was uploaded here may be named by its id.
        component
                .putObject("example")
                .putArray("header_handle")
                .add(header.demand("exampleURL").strip());
        return component;
    }

    private static ObjectNode text(String type, String text, String member, Arguments examples) {
        var component = JSON.objectNode().put("type", type).put("text", text);
        var variables = Variables.of(text);
        if (variables.isEmpty()) {
            return component;
        }
        var example = component.putObject("example");
        if (variables.isNamed()) {
            var named = example.putArray(member + "_named_params");
            variables
                    .names()
                    .forEach(name -> named.addObject()
                            .put("param_name", name)
                            .put("example", examples.text(name).orElse(name)));
            return component;
        }
        var list = example.putArray(member);
        // Samples of a body are a list of lists.
        var values = member.equals("body_text") ? list.addArray() : list;
        variables.names().stream()
                .sorted((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)))
                .forEach(name -> values.add(examples.text(name).orElse(name)));
        return component;
    }

    private static void footer(Arguments given, ArrayNode components) {
        var footer = given.raw("footer").isObject() ? given.object("footer").text("text") : given.text("footer");
        footer.ifPresent(text -> components.addObject().put("type", "FOOTER").put("text", text));
    }

    private static void buttons(Arguments given, ArrayNode components) {
        var all = given.objects("buttons");
        if (all.isEmpty()) {
            return;
        }
        var buttons = components.addObject().put("type", "BUTTONS").putArray("buttons");
        for (var button : all) {
            var type = button.demand("type").strip().toUpperCase(Locale.ROOT).replace('-', '_');
            var one = buttons.addObject().put("text", button.demand("text").strip());
            switch (type) {
                case "QUICK_REPLY" -> one.put("type", type);
                case "URL" -> address(one.put("type", type), button);
                case "PHONE_NUMBER", "PHONE", "CALL" ->
                    one.put("type", "PHONE_NUMBER")
                            .put("phone_number", button.demand("phoneNumber").strip());
                default ->
                    throw RequestFailed.invalid(button.path("type"), "must be QUICK_REPLY, URL or PHONE_NUMBER.");
            }
        }
    }

    private static void address(ObjectNode one, Arguments button) {
        // Meta counts the only variable of an address, whatever it is called elsewhere.
        var url = DOLLAR.matcher(button.demand("url").strip()).replaceAll("{{1}}");
        one.put("url", url);
        if (!Variables.of(url).isEmpty()) {
            one.putArray("example").add(button.text("exampleURL").orElse(url.replaceAll("\\{\\{.*", "example")));
        }
    }

    private static String braces(String text) {
        return DOLLAR.matcher(text).replaceAll("{{$1}}");
    }

    /** The same in Botmaker's words. */
    static void describe(ObjectNode document, JsonNode components) {
        for (var component : components) {
            var text = component.path("text").asText("");
            switch (component.path("type").asText("").toUpperCase(Locale.ROOT)) {
                case "HEADER" ->
                    document.putObject("header")
                            .put("format", component.path("format").asText("TEXT"))
                            .put("text", text.isEmpty() ? null : text)
                            .put("exampleURL", sample(component));
                case "BODY" -> document.putObject("body").put("text", text);
                case "FOOTER" -> document.put("footer", text);
                case "BUTTONS" -> {
                    var buttons = document.putArray("buttons");
                    component.path("buttons").forEach(button -> buttons.add(button(button)));
                }
                default -> {
                    // Carousels and offers have no words in Botmaker's description.
                }
            }
        }
    }

    private static @Nullable String sample(JsonNode header) {
        var handle = header.path("example").path("header_handle").path(0);
        return handle.isTextual() ? handle.asText() : null;
    }

    private static ObjectNode button(JsonNode button) {
        var told = JSON.objectNode()
                .put("type", button.path("type").asText(""))
                .put("text", button.path("text").asText(""));
        if (button.hasNonNull("url")) {
            told.put("url", button.path("url").asText());
        }
        if (button.hasNonNull("phone_number")) {
            told.put("phoneNumber", button.path("phone_number").asText());
        }
        return told;
    }
}
