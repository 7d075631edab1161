package org.chasqui.messaging.bots;

import java.util.Arrays;
import java.util.Locale;
import org.chasqui.platform.failure.RequestFailed;

/** How a keyword is looked for in what a person wrote. Case, accents and superfluous white space never matter. */
public enum MatchKind {
    /** The message is nothing but the keyword. */
    EXACT,
    /** The keyword is somewhere in the message, as a word or several words of its own. */
    CONTAINS,
    /** The keyword is a regular expression (RE2: in linear time, without back-references) that finds something. */
    REGEX;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what a caller wrote.
     *
     * @throws RequestFailed VALIDATION_FAILED for another word
     */
    public static MatchKind parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(word))
                .findFirst()
                .orElseThrow(() -> RequestFailed.invalid("match", "must be exact, contains or regex."));
    }
}
