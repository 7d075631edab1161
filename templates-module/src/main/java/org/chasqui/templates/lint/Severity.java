package org.chasqui.templates.lint;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** Meta refuses it at once: it is not handed in. */
    ERROR,
    /** A reviewer is likely to reject it or to move it into another category. */
    WARNING,
    /** It will pass, and could be better. */
    ADVICE;

    /** As the API prints it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
