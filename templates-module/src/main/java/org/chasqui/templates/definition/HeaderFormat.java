package org.chasqui.templates.definition;

import java.util.Locale;

/** What the header of a template shows. */
public enum HeaderFormat {
    TEXT,
    IMAGE,
    VIDEO,
    DOCUMENT,
    /** Only with the Marketing Messages API. */
    GIF,
    LOCATION,
    PRODUCT,
    /** A kind that Meta has and we do not know. */
    OTHER;

    static HeaderFormat of(String word) {
        try {
            return word.isBlank() ? TEXT : valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return OTHER;
        }
    }

    /** Whether a file stands there, of which Meta wants a sample. */
    public boolean isMedia() {
        return this == IMAGE || this == VIDEO || this == DOCUMENT || this == GIF;
    }

    /** Meta's word in a message: {@code image}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
