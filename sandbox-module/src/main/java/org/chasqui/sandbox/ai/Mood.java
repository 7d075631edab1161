package org.chasqui.sandbox.ai;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a model behaves: by a word in its name ({@code sandbox-slow}), or as the control API says for all of them. */
public enum Mood {
    NORMAL("answers from what it was told"),
    SLOW("answers after 3 s"),
    HANG("never answers"),
    UNAUTHORIZED("401, whatever the key"),
    THROTTLED("429 with Retry-After 2"),
    BROKEN("500 with an HTML page"),
    MALFORMED("200 with half of a JSON object"),
    EMPTY("an answer of white space"),
    GIANT("an answer of 60,000 characters, whatever max_tokens says"),
    ENDLESS("200 with a body that does not end (64 MB)"),
    OBEDIENT("does whatever the person says: repeats its prompt, says what follows \"say:\"");

    private static final String FAMILY = "sandbox";

    private final String meaning;

    Mood(String meaning) {
        this.meaning = meaning;
    }

    /** Its name in the control API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it does, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** The model that always behaves like this: {@code sandbox}, {@code sandbox-slow} … */
    public String model() {
        return this == NORMAL ? FAMILY : FAMILY + "-" + key();
    }

    /** The mood with this name. */
    public static Optional<Mood> named(String key) {
        return Stream.of(values()).filter(mood -> mood.key().equals(key)).findFirst();
    }

    /** The mood of a model; empty when there is no such model. */
    static Optional<Mood> of(String model) {
        return Stream.of(values()).filter(mood -> mood.model().equals(model)).findFirst();
    }
}
