package org.chasqui.templates.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a text: {@code {{1}}} by position, or {@code {{first_name}}} by name.
 *
 * @param names each once, in the order in which they first stand
 */
public record Variables(List<String> names) {
    static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    public Variables {
        names = List.copyOf(names);
    }

    /** The variables of a text. */
    public static Variables of(String text) {
        var names = new LinkedHashSet<String>();
        var matcher = PLACE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return new Variables(List.copyOf(names));
    }

    public int count() {
        return names.size();
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** Whether any has a name instead of a number. */
    public boolean isNamed() {
        return names.stream().anyMatch(name -> !isNumber(name));
    }

    /** Whether some have names and others numbers. */
    boolean isMixed() {
        return isNamed() && names.stream().anyMatch(Variables::isNumber);
    }

    /** Whether they are 1, 2, 3 … without a gap, in whatever order they stand. */
    boolean isSequence() {
        for (int i = 1; i <= names.size(); i++) {
            if (!names.contains(Integer.toString(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isNumber(String name) {
        return DIGITS.matcher(name).matches();
    }

    /** The text with values in the places of its variables; a variable without a value stays as it is. */
    public static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(match -> {
            var value = values.get(match.group(1));
            return Matcher.quoteReplacement(value == null || value.isEmpty() ? match.group() : value);
        });
    }

    /** The text without its variables. */
    public static String strip(String text) {
        return PLACE.matcher(text).replaceAll("");
    }
}
