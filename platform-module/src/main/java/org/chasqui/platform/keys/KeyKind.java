package org.chasqui.platform.keys;

import java.util.Locale;

/** Which API a key speaks. */
public enum KeyKind {
    CHASQUI,
    DIALOG360,
    CBOT,
    BOTMAKER,
    WAABOT;

    /** The kind as clients write it, for example {@code dialog360}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
