package org.chasqui.templates.templates;

import java.util.Locale;

/** What a status of Meta means for messages that use the template. */
public enum Effect {
    /** They go. */
    SENDS,
    /** They wait: Meta may let it go again. */
    WAITS,
    /** They fail: Meta will not let it go again, or not as it is. */
    ENDS;

    /** The effect of a status in Meta's words; one that we do not know makes messages wait. */
    public static Effect of(String status) {
        return switch (status.toUpperCase(Locale.ROOT)) {
            case "APPROVED" -> SENDS;
            case "REJECTED", "DISABLED", "DELETED", "PENDING_DELETION" -> ENDS;
            default -> WAITS;
        };
    }
}
