package org.chasqui.messaging.bots;

import java.util.Locale;

/** What a bot did about what a person wrote. */
public enum DecisionOutcome {
    /** It answered. */
    REPLIED,
    /** It kept an answer for a person to look at. */
    DRAFTED,
    /** It handed the conversation over, with or without words. */
    HANDED_OVER,
    /** It said nothing, and {@link Reason} tells why. */
    SILENT,
    /** It should have answered and could not. */
    FAILED;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
