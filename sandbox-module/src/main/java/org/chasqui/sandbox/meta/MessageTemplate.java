package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message template as {@code GET /{waba}/message_templates} shows it.
 *
 * @param status only {@code APPROVED} may be sent
 * @param components the array of Meta's template reference: HEADER, BODY, FOOTER, BUTTONS
 * @param judgement what Meta thinks of it beside the status
 */
public record MessageTemplate(
        String id,
        String name,
        String language,
        String category,
        String status,
        JsonNode components,
        Judgement judgement) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /**
     * What Meta thinks of a template.
     *
     * @param quality GREEN, YELLOW, RED or UNKNOWN
     * @param rejectedReason NONE unless it was rejected
     * @param previousCategory the category before Meta moved it, or null
     * @param correctCategory the category into which Meta will move it, or null
     * @param ttlSeconds how long messages of it are tried, or null
     */
    public record Judgement(
            String quality,
            String rejectedReason,
            @Nullable String previousCategory,
            @Nullable String correctCategory,
            @Nullable Long ttlSeconds) {
        static final Judgement NONE = new Judgement("UNKNOWN", "NONE", null, null, null);
    }

    /** A template that Meta has not judged yet. */
    public MessageTemplate(
            String id, String name, String language, String category, String status, JsonNode components) {
        this(id, name, language, category, status, components, Judgement.NONE);
    }

    /** Reads what {@link #toJson} writes. */
    public static MessageTemplate fromJson(JsonNode json) {
        JsonNode ttl = json.path("message_send_ttl_seconds");
        return new MessageTemplate(
                json.path("id").asText(),
                json.path("name").asText(),
                json.path("language").asText(),
                json.path("category").asText(),
                json.path("status").asText("APPROVED"),
                json.path("components"),
                new Judgement(
                        json.path("quality_score").path("score").asText("UNKNOWN"),
                        json.path("rejected_reason").asText("NONE"),
                        text(json.path("previous_category")),
                        text(json.path("correct_category")),
                        ttl.isNumber() ? ttl.asLong() : null));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    /** The same with another status. */
    public MessageTemplate become(String next, String reason) {
        return with(
                category,
                next,
                components,
                new Judgement(
                        judgement.quality,
                        reason,
                        judgement.previousCategory,
                        judgement.correctCategory,
                        judgement.ttlSeconds));
    }

    /** The same in another category. */
    public MessageTemplate moved(String next) {
        return with(
                next,
                status,
                components,
                new Judgement(judgement.quality, judgement.rejectedReason, category, null, judgement.ttlSeconds));
    }

    /** The same with the notice that it will be moved. */
    public MessageTemplate announced(String next) {
        return with(
                category,
                status,
                components,
                new Judgement(
                        judgement.quality,
                        judgement.rejectedReason,
                        judgement.previousCategory,
                        next,
                        judgement.ttlSeconds));
    }

    /** The same with another quality. */
    public MessageTemplate rated(String quality) {
        return with(
                category,
                status,
                components,
                new Judgement(
                        quality,
                        judgement.rejectedReason,
                        judgement.previousCategory,
                        judgement.correctCategory,
                        judgement.ttlSeconds));
    }

    /** The same with other parts, in review again. */
    public MessageTemplate edited(String wanted, JsonNode parts, @Nullable Long ttl) {
        return with(
                wanted,
                "PENDING",
                parts,
                new Judgement(
                        judgement.quality,
                        "NONE",
                        judgement.previousCategory,
                        null,
                        ttl == null ? judgement.ttlSeconds : ttl));
    }

    private MessageTemplate with(String inCategory, String inStatus, JsonNode parts, Judgement judged) {
        return new MessageTemplate(id, name, language, inCategory, inStatus, parts, judged);
    }

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
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name).put("parameter_format", isNamed() ? "NAMED" : "POSITIONAL");
        json.set("components", components);
        json.put("language", language).put("status", status).put("category", category);
        json.put("rejected_reason", judgement.rejectedReason);
        json.put("previous_category", judgement.previousCategory).put("correct_category", judgement.correctCategory);
        json.put("message_send_ttl_seconds", judgement.ttlSeconds);
        json.putObject("quality_score").put("score", judgement.quality).put("date", 0);
        return json.put("id", id);
    }
}
