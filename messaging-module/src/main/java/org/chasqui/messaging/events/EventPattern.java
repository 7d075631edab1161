package org.chasqui.messaging.events;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.platform.failure.RequestFailed;

/**
 * Which events somebody wants: a type such as {@code message.read}, a family such as {@code message.*}, or {@code *} for
 * all.
 */
public final class EventPattern {
    private static final Pattern FORM = Pattern.compile("\\*|[a-z_]{1,40}\\.(\\*|[a-z_]{1,40})");
    private static final Set<String> FAMILIES = Set.of(
            "message", "template", "number", "account", "campaign", "contact", "conversation", "request", "webhook");
    private static final int MOST = 50;

    private EventPattern() {}

    /**
     * Checks patterns that a caller gave.
     *
     * @param field how the caller calls them
     * @return the patterns without doubles, in their order
     * @throws RequestFailed VALIDATION_FAILED for one that can match nothing
     */
    public static List<String> check(String field, List<String> patterns) {
        if (patterns.size() > MOST) {
            throw RequestFailed.invalid(field, "must be " + MOST + " at most.");
        }
        for (int i = 0; i < patterns.size(); i++) {
            var pattern = patterns.get(i);
            if (pattern == null || !isOne(pattern)) {
                throw RequestFailed.invalid(
                        field + "[" + i + "]",
                        "must be an event type such as message.read, a family such as message.*, or *. Families are "
                                + String.join(", ", FAMILIES.stream().sorted().toList()) + ".");
            }
        }
        return patterns.stream().distinct().toList();
    }

    private static boolean isOne(String pattern) {
        return FORM.matcher(pattern).matches()
                && (pattern.equals("*") || FAMILIES.contains(pattern.substring(0, pattern.indexOf('.'))));
    }

    /** Whether one of the patterns covers a type. */
    public static boolean matches(List<String> patterns, String type) {
        return patterns.contains("*") || patterns.contains(type) || patterns.contains(familyOf(type));
    }

    private static String familyOf(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot) + ".*";
    }

    /** The patterns for SQL's {@code like any (…)}. */
    public static List<String> forLike(List<String> patterns) {
        return patterns.stream()
                .map(pattern -> pattern.replace("_", "\\_").replace("*", "%"))
                .toList();
    }
}
