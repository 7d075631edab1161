package org.chasqui.platform.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which API a key speaks. */
public enum KeyKind {
    CHASQUI,
    DIALOG360,
    CBOT,
    BOTMAKER,
    WAABOT;

    /** The kind that clients write like this; empty when there is none. */
    public static Optional<KeyKind> fromWireName(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(text))
                .findFirst();
    }

    /** The kind as clients write it, for example {@code dialog360}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
