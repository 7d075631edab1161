package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Graph refuses of a template before anybody reviews it, in the order in which Graph finds it. */
public final class TemplateLimits {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");
    private static final Set<String> CATEGORIES = Set.of("UTILITY", "MARKETING", "AUTHENTICATION");
    private static final Set<String> COMPONENTS =
            Set.of("HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER", "CALL_PERMISSION_REQUEST");
    private static final Pattern EDGE = Pattern.compile("(?s)^\\s*\\{\\{.*|.*}}\\s*$");
    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_LINE = 60;
    private static final int LONGEST_LABEL = 25;
    private static final int MOST_BUTTONS = 10;
    private static final int LONGEST_OFFER = 16;
    private static final int WORDS_FOR_EACH = 2;

    private TemplateLimits() {}

    /**
     * The first failure of a new template, or null.
     *
     * @param isHandle whether a text is a handle of an uploaded file
     */
    public static @Nullable GraphFailure check(JsonNode request, Predicate<String> isHandle) {
        if (!NAME.matcher(request.path("name").asText()).matches()) {
            return TemplateRefusals.invalid("Param name must contain only lowercase letters, numbers and underscores.");
        }
        if (!LANGUAGE.matcher(request.path("language").asText()).matches()) {
            return TemplateRefusals.invalid("Param language is not a supported language.");
        }
        if (!CATEGORIES.contains(request.path("category").asText())) {
            return TemplateRefusals.invalid("Param category must be one of {AUTHENTICATION, MARKETING, UTILITY}.");
        }
        String category = request.path("category").asText();
        JsonNode components = request.path("components");
        if (!category.equals("MARKETING") && isForMarketing(components)) {
            return TemplateRefusals.invalid("Carousels and limited-time offers must be of the category MARKETING.");
        }
        return category.equals("AUTHENTICATION") ? checkCode(components) : checkComponents(components, isHandle);
    }

    /** The first failure of the parts of a template, or null. */
    public static @Nullable GraphFailure checkComponents(JsonNode components, Predicate<String> isHandle) {
        if (!components.isArray() || components.isEmpty()) {
            return TemplateRefusals.invalid("Param components must be an array.");
        }
        Set<String> seen = new HashSet<>();
        for (JsonNode component : components) {
            String type = component.path("type").asText().toUpperCase(Locale.ROOT);
            if (!COMPONENTS.contains(type) || !seen.add(type)) {
                return TemplateRefusals.invalid("Param components holds an unexpected component " + type + ".");
            }
            GraphFailure failure = checkComponent(type, component, isHandle);
            if (failure != null) {
                return failure;
            }
        }
        return seen.contains("BODY") ? null : TemplateRefusals.of(2388072, "The template needs a body.");
    }

    private static @Nullable GraphFailure checkComponent(String type, JsonNode component, Predicate<String> isHandle) {
        return switch (type) {
            case "HEADER" -> checkHeader(component, isHandle);
            case "BODY" -> checkBody(component);
            case "FOOTER" -> checkFooter(component);
            case "BUTTONS" -> checkButtons(component.path("buttons"));
            case "CAROUSEL" -> checkCards(component.path("cards"), isHandle);
            case "LIMITED_TIME_OFFER" -> checkOffer(component.path("limited_time_offer"));
            default -> null;
        };
    }

    private static @Nullable GraphFailure checkHeader(JsonNode header, Predicate<String> isHandle) {
        String format = header.path("format").asText().toUpperCase(Locale.ROOT);
        if (format.equals("TEXT")) {
            String text = header.path("text").asText();
            if (text.length() > LONGEST_LINE) {
                return TemplateRefusals.of(2388040, "The header is longer than " + LONGEST_LINE + " characters.");
            }
            int variables = MessageTemplate.variables(text).size();
            if (text.isBlank() || variables > 1 || text.contains("\n") || text.contains("*")) {
                return TemplateRefusals.of(
                        2388047, "The message header can't have new lines, formatting or more than one variable.");
            }
            return variables == samples(header, "header_text") ? null : noSample(2388047);
        }
        if (!List.of("IMAGE", "VIDEO", "DOCUMENT", "GIF").contains(format)) {
            return List.of("LOCATION", "PRODUCT").contains(format)
                    ? null
                    : TemplateRefusals.of(2388047, "The header has an unknown format.");
        }
        String handle = header.at("/example/header_handle/0").asText();
        return isHandle.test(handle) ? null : TemplateRefusals.of(2388047, "The header needs a sample file.");
    }

    private static @Nullable GraphFailure checkBody(JsonNode body) {
        String text = body.path("text").asText();
        if (text.isBlank()) {
            return TemplateRefusals.of(2388072, "The body is empty.");
        }
        if (text.length() > LONGEST_BODY) {
            return TemplateRefusals.of(2388040, "The body is longer than " + LONGEST_BODY + " characters.");
        }
        if (EDGE.matcher(text).matches()) {
            return TemplateRefusals.of(2388299, "Variables can't be at the start or end of the template.");
        }
        int variables = MessageTemplate.variables(text).size();
        int words = text.replaceAll("\\{\\{\\s*\\w+\\s*}}", " ").strip().split("[\\s\\p{Punct}]+").length;
        if (variables > 0 && words < WORDS_FOR_EACH * variables) {
            return TemplateRefusals.of(
                    2388293,
                    "This template has too many variables for its length. Reduce them or lengthen the message.");
        }
        return variables == samples(body, "body_text") ? null : noSample(2388072);
    }

    private static GraphFailure noSample(int subcode) {
        return TemplateRefusals.of(subcode, "The message template is missing expected field(s): example.");
    }

    /** How many samples there are: a list, a list of lists, or named ones. */
    private static int samples(JsonNode component, String member) {
        JsonNode example = component.path("example");
        JsonNode ordered = example.path(member);
        if (ordered.isArray()) {
            return ordered.path(0).isArray() ? ordered.path(0).size() : ordered.size();
        }
        return example.path(member + "_named_params").size();
    }

    private static @Nullable GraphFailure checkFooter(JsonNode footer) {
        String text = footer.path("text").asText();
        if (text.length() > LONGEST_LINE) {
            return TemplateRefusals.of(2388040, "The footer is longer than " + LONGEST_LINE + " characters.");
        }
        return text.isBlank() || text.contains("{{") || text.contains("\n")
                ? TemplateRefusals.of(2388073, "The footer can't have variables or new lines.")
                : null;
    }

    private static @Nullable GraphFailure checkButtons(JsonNode buttons) {
        if (!buttons.isArray() || buttons.isEmpty() || buttons.size() > MOST_BUTTONS) {
            return TemplateRefusals.invalid("Param buttons must have 1 to " + MOST_BUTTONS + " elements.");
        }
        for (JsonNode button : buttons) {
            if (button.path("text").asText().length() > LONGEST_LABEL) {
                return TemplateRefusals.of(2388040, "A button is longer than " + LONGEST_LABEL + " characters.");
            }
            String url = button.path("url").asText();
            if (url.contains("{{")
                    && (!url.endsWith("}}") || button.path("example").isMissingNode())) {
                return TemplateRefusals.invalid("The button needs its variable at the end of the URL, and an example.");
            }
        }
        return null;
    }

    private static @Nullable GraphFailure checkCards(JsonNode cards, Predicate<String> isHandle) {
        if (cards.size() < 2 || cards.size() > 10) {
            return TemplateRefusals.invalid("Param cards must have 2 to 10 elements.");
        }
        for (JsonNode card : cards) {
            for (JsonNode component : card.path("components")) {
                String type = component.path("type").asText().toUpperCase(Locale.ROOT);
                GraphFailure failure = type.equals("BODY") ? null : checkComponent(type, component, isHandle);
                if (failure != null) {
                    return failure;
                }
            }
        }
        return null;
    }

    private static boolean isForMarketing(JsonNode components) {
        for (JsonNode component : components) {
            String type = component.path("type").asText().toUpperCase(Locale.ROOT);
            if (type.equals("CAROUSEL") || type.equals("LIMITED_TIME_OFFER")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable GraphFailure checkOffer(JsonNode offer) {
        String text = offer.path("text").asText();
        return text.isBlank() || text.length() > LONGEST_OFFER
                ? TemplateRefusals.invalid("Param limited_time_offer.text must have 1 to 16 characters.")
                : null;
    }

    private static @Nullable GraphFailure checkCode(JsonNode components) {
        for (JsonNode component : components) {
            if (component.has("text")) {
                return TemplateRefusals.invalid("Authentication templates can't have custom text.");
            }
        }
        boolean otp = components.findValuesAsText("otp_type").size() == 1;
        return otp ? null : TemplateRefusals.invalid("Authentication templates need one OTP button.");
    }
}
