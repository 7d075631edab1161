package org.chasqui.web.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A value that a filter can take. */
public final class Choice {
    /** The value that filters nothing. */
    public static final String ANY = "any";

    private final String value;
    private final String label;

    /** A value and its label. */
    public Choice(String value, String label) {
        this.value = value;
        this.label = label;
    }

    /**
     * The values of a filter with "any" in front, and with the one in the address even when it is not a usual one.
     *
     * @param words how an unusual value is written
     */
    public static List<Choice> list(
            String any, List<Choice> usual, @Nullable String chosen, UnaryOperator<String> words) {
        var choices = new ArrayList<Choice>();
        // Facelets leaves an empty value attribute out, and the browser would send the label.
        choices.add(new Choice(ANY, any));
        choices.addAll(usual);
        if (chosen != null && usual.stream().noneMatch(choice -> choice.value.equals(chosen))) {
            choices.add(new Choice(chosen, words.apply(chosen)));
        }
        return choices;
    }

    public String getValue() {
        return value;
    }

    public String getLabel() {
        return label;
    }
}
