package org.chasqui.api.graph.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.chasqui.api.graph.MetaFailed;

/**
 * The parameter {@code fields}. Graph lets a field be expanded ({@code phone_numbers{id}}), and from the field of a field one may
 * come to what belongs to others whom the same token serves. So only lists of the node itself are expanded, and nothing in them.
 */
final class FieldSelection {
    private static final Set<String> EXPANDABLE = Set.of(
            "phone_numbers",
            "message_templates",
            "subscribed_apps",
            "analytics",
            "conversation_analytics",
            "pricing_analytics",
            "template_analytics",
            "health_status",
            "webhook_configuration",
            "whatsapp_business_profile");

    private static final Set<String> OF_ALL_NUMBERS = Set.of(
            "phone_numbers",
            "analytics",
            "conversation_analytics",
            "pricing_analytics",
            "template_analytics",
            "call_analytics",
            "flows");

    /** The older way to expand a field, which Graph still reads: {@code phone_numbers.fields(id)}. */
    private static final Pattern OLD_EXPANSION = Pattern.compile("\\.\\s*fields\\s*\\(", Pattern.CASE_INSENSITIVE);

    private FieldSelection() {}

    /**
     * Checks a selection as it was given.
     *
     * @param fields a text, or a list of texts, which Graph takes as well; missing for none
     * @throws MetaFailed code 100
     */
    static void check(JsonNode fields, boolean isBound) {
        check(text(fields), isBound);
    }

    private static String text(JsonNode fields) {
        if (fields.isArray()
                && StreamSupport.stream(fields.spliterator(), false).allMatch(JsonNode::isTextual)) {
            return StreamSupport.stream(fields.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(","));
        }
        if (fields.isContainerNode()) {
            throw MetaFailed.invalidParameter("The parameter fields must be a text such as id,name.");
        }
        return fields.asText();
    }

    /**
     * Checks a selection.
     *
     * @param isBound whether the client may use one number alone: then it does not see lists of all
     * @throws MetaFailed code 100
     */
    static void check(String fields, boolean isBound) {
        if (OLD_EXPANSION.matcher(fields).find()) {
            throw MetaFailed.invalidParameter("Expand a field with braces: phone_numbers{id}.");
        }
        var word = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < fields.length(); i++) {
            char character = fields.charAt(i);
            switch (character) {
                case '{' -> {
                    depth++;
                    var name = base(word);
                    if (depth > 1 || !EXPANDABLE.contains(name)) {
                        throw MetaFailed.invalidParameter(
                                "The field " + name + " cannot be expanded through this gateway.");
                    }
                    checkBound(name, isBound);
                    word.setLength(0);
                }
                case '}' -> {
                    depth--;
                    word.setLength(0);
                }
                case ',' -> {
                    if (depth == 0) {
                        checkBound(base(word), isBound);
                    }
                    word.setLength(0);
                }
                default -> word.append(character);
            }
        }
        if (depth != 0) {
            throw MetaFailed.invalidParameter("Syntax error in the parameter fields: a brace is missing.");
        }
        checkBound(base(word), isBound);
    }

    /** {@code phone_numbers.limit(5)} is {@code phone_numbers}. */
    private static String base(StringBuilder word) {
        var text = word.toString().strip().toLowerCase(Locale.ROOT);
        int end = text.indexOf('.');
        return end < 0 ? text : text.substring(0, end);
    }

    private static void checkBound(String name, boolean isBound) {
        if (isBound && OF_ALL_NUMBERS.contains(name)) {
            throw MetaFailed.notAllowed("This key is bound to one number: the field " + name + " tells of all.");
        }
    }
}
