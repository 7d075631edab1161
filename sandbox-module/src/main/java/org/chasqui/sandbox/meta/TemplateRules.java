package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the parameters of a template send against the template (132000, 132005, 132012, 132015, 132016), and renders its texts. */
public final class TemplateRules {

    private static final int MAX_BODY = 1024;
    private static final Set<String> MEDIA = Set.of("IMAGE", "VIDEO", "DOCUMENT");

    private TemplateRules() {}

    /** The failure of sending this template ({@code template} of the request), or null when it may go. */
    public static @Nullable GraphFailure check(@Nullable MessageTemplate template, JsonNode request) {
        String name = request.path("name").asText();
        String language = languageOf(request);
        if (template == null) {
            return GraphFailure.of(132001, "template name (" + name + ") does not exist in " + language);
        }
        GraphFailure state = switch (template.status()) {
            case "APPROVED" -> null;
            case "PAUSED" -> GraphFailure.of(132015);
            case "DISABLED" -> GraphFailure.of(132016);
            default -> GraphFailure.of(132001, "template name (" + name + ") is not approved in " + language);
        };
        if (state == null) {
            state = checkHeader(template, request);
        }
        if (state == null) {
            state = checkBody(template, request);
        }
        if (state == null) {
            state = checkButtons(template, request);
        }
        return state == null ? TemplateParts.check(template, request) : state;
    }

    /** {@code language.code}, or a language given as a plain string. */
    public static String languageOf(JsonNode request) {
        JsonNode language = request.path("language");
        return language.isTextual() ? language.asText() : language.path("code").asText();
    }

    private static @Nullable GraphFailure checkHeader(MessageTemplate template, JsonNode request) {
        String format = template.headerFormat();
        JsonNode parameters = parameters(request, "header");
        if (format.isEmpty() || format.equals("TEXT")) {
            int expected = MessageTemplate.variables(
                            template.component("HEADER").path("text").asText())
                    .size();
            return parameters.size() == expected ? null : count("header", parameters.size(), expected);
        }
        if (parameters.size() != 1 && (MEDIA.contains(format) || format.equals("LOCATION"))) {
            String sent = parameters.isEmpty() ? "UNKNOWN" : "several parameters";
            return GraphFailure.of(132012, "header: Format mismatch, expected " + format + ", received " + sent);
        }
        String type = parameters.path(0).path("type").asText().toUpperCase(Locale.ROOT);
        if (!type.equals(format)) {
            return GraphFailure.of(132012, "header: Format mismatch, expected " + format + ", received " + type);
        }
        return null;
    }

    private static @Nullable GraphFailure checkBody(MessageTemplate template, JsonNode request) {
        Set<String> variables = MessageTemplate.variables(template.bodyText());
        JsonNode parameters = parameters(request, "body");
        if (parameters.size() != variables.size()) {
            return count("body", parameters.size(), variables.size());
        }
        boolean named = template.isNamed();
        for (int i = 0; i < parameters.size(); i++) {
            JsonNode parameter = parameters.get(i);
            String given = parameter.path("parameter_name").asText();
            if (named && !variables.contains(given)) {
                String details = "body: parameter_name '" + given + "' is not a variable of the template";
                return GraphFailure.of(given.isEmpty() ? 132012 : 132000, details);
            }
            if (template.isAuthentication() && valueOf(parameter).length() > 15) {
                return GraphFailure.of(132005, "body: the code is longer than 15 characters");
            }
        }
        if (render(template.bodyText(), parameters).length() > MAX_BODY) {
            return GraphFailure.of(132005, "body: the text with its parameters is longer than " + MAX_BODY);
        }
        return null;
    }

    private static @Nullable GraphFailure checkButtons(MessageTemplate template, JsonNode request) {
        JsonNode buttons = template.component("BUTTONS").path("buttons");
        for (int i = 0; i < buttons.size(); i++) {
            JsonNode button = buttons.get(i);
            String type = button.path("type").asText().toUpperCase(Locale.ROOT);
            boolean wants = type.equals("OTP")
                    || type.equals("COPY_CODE")
                    || (type.equals("URL") && button.path("url").asText().contains("{{"));
            if (wants && buttonParameters(request, i).isEmpty()) {
                String kind = type.equals("OTP") ? "Url" : type.equals("URL") ? "Url" : "Copy_code";
                return GraphFailure.of(
                        131008, "buttons: Button at index " + i + " of type " + kind + " requires a parameter");
            }
        }
        for (JsonNode component : request.path("components")) {
            if (isButton(component) && component.path("index").asInt(0) >= buttons.size()) {
                String details =
                        "buttons: Button index " + component.path("index").asText() + " is out of range";
                return GraphFailure.of(132000, details);
            }
        }
        return null;
    }

    private static GraphFailure count(String where, int sent, int expected) {
        return GraphFailure.of(
                132000,
                where + ": number of localizable_params (" + sent + ") does not match the expected number of params ("
                        + expected + ")");
    }

    static JsonNode parameters(JsonNode request, String component) {
        return component(request, component).path("parameters");
    }

    /** The first component of a type that was sent, or a missing node. */
    static JsonNode component(JsonNode request, String type) {
        for (JsonNode candidate : request.path("components")) {
            if (type.equalsIgnoreCase(candidate.path("type").asText())) {
                return candidate;
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode buttonParameters(JsonNode request, int index) {
        for (JsonNode candidate : request.path("components")) {
            if (isButton(candidate) && candidate.path("index").asInt(0) == index) {
                return candidate.path("parameters");
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean isButton(JsonNode component) {
        return "button".equalsIgnoreCase(component.path("type").asText());
    }

    /** The payload that a quick reply returns: what the request gave for this button, else its text. */
    static String payloadOf(JsonNode request, int index, String text) {
        String payload =
                buttonParameters(request, index).path(0).path("payload").asText();
        return payload.isEmpty() ? text : payload;
    }

    /** A text with its variables replaced, by name where parameters carry one, else by place. */
    static String render(String text, JsonNode parameters) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            JsonNode parameter = parameters.get(i);
            String key = parameter.path("parameter_name").asText(Integer.toString(i + 1));
            values.put(key, valueOf(parameter));
        }
        StringBuilder out = new StringBuilder(text.length() + 32);
        Matcher matcher = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}").matcher(text);
        while (matcher.find()) {
            String value = values.getOrDefault(matcher.group(1), matcher.group());
            matcher.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(out).toString();
    }

    private static String valueOf(JsonNode parameter) {
        JsonNode text = parameter.path("text");
        if (text.isMissingNode()) {
            return parameter
                    .path(parameter.path("type").asText())
                    .path("fallback_value")
                    .asText();
        }
        return text.asText();
    }
}
