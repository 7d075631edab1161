package org.chasqui.templates.definition;

import java.util.Locale;

/** The kinds of buttons of a template. */
public enum ButtonKind {
    QUICK_REPLY,
    URL,
    PHONE_NUMBER,
    COPY_CODE,
    FLOW,
    CATALOG,
    /** Several products. */
    MPM,
    /** One product. */
    SPM,
    VOICE_CALL,
    /** A one-time code. */
    OTP,
    ORDER_DETAILS,
    /** A kind that Meta has and we do not know. */
    OTHER;

    static ButtonKind of(String word) {
        try {
            return valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return OTHER;
        }
    }

    /** Whether Meta writes the label itself. */
    public boolean hasFixedLabel() {
        return this == COPY_CODE || this == CATALOG || this == MPM || this == SPM || this == OTP;
    }

    /** Meta's word in {@code sub_type} of a message: {@code quick_reply}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
