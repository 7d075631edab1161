package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message template as {@code GET /{waba}/message_templates} shows it.
 *
 * @param status only {@code APPROVED} may be sent
 * @param components the array of Meta's template reference: HEADER, BODY, FOOTER, BUTTONS
 */
public record MessageTemplate(
        String id, String name, String language, String category, String status, JsonNode components) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** The component of this type, or a missing node. */
    public JsonNode component(String type) {
        for (JsonNode component : components) {
            if (type.equalsIgnoreCase(component.path("type").asText())) {
                return component;
            }
        }
        return MissingNode.getInstance();
    }

    /** A card of this template's carousel, seen as a template of its own. */
    MessageTemplate card(JsonNode card) {
        return new MessageTemplate(id, name, language, category, status, card.path("components"));
    }

    /** The variables of a text in the order in which they stand, each once. */
    static Set<String> variables(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Whether parameters carry names instead of places. */
    public boolean isNamed() {
        Set<String> all = variables(component("BODY").path("text").asText());
        all.addAll(variables(component("HEADER").path("text").asText()));
        return all.stream().anyMatch(name -> !name.chars().allMatch(Character::isDigit));
    }

    /** Whether this is a one-time code. */
    boolean isAuthentication() {
        return category.equals("AUTHENTICATION");
    }

    /** The text of BODY; an authentication template has Meta's fixed sentence. */
    String bodyText() {
        String text = component("BODY").path("text").asText();
        return isAuthentication() && text.isEmpty() ? "*{{1}}* is your verification code." : text;
    }

    /** The header's format in upper case: TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION; empty without a header. */
    String headerFormat() {
        JsonNode header = component("HEADER");
        return header.path("format")
                .asText(header.isMissingNode() ? "" : "TEXT")
                .toUpperCase(Locale.ROOT);
    }

    /** As Graph shows it. */
    public ObjectNode toJson() {
        ObjectNode json = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        json.put("name", name).put("parameter_format", isNamed() ? "NAMED" : "POSITIONAL");
        json.set("components", components);
        return json.put("language", language)
                .put("status", status)
                .put("category", category)
                .put("id", id);
    }
}
