package org.chasqui.api.graph.nodes;

import java.util.Locale;
import java.util.Set;
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

    private static final Set<String> OF_ALL_NUMBERS =
            Set.of("phone_numbers", "analytics", "conversation_analytics", "pricing_analytics");

    private FieldSelection() {}

    /**
     * Checks a selection.
     *
     * @param isBound whether the client may use one number alone: then it does not see lists of all
     * @throws MetaFailed code 100
     */
    static void check(String fields, boolean isBound) {
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
