package org.chasqui.messaging.bots;

import java.util.Arrays;
import java.util.Locale;
import org.chasqui.platform.failure.RequestFailed;

/** Where a bot has its answers from. Every kind has rules, and they go first. */
public enum BotKind {
    /** Rules alone. */
    RULES,
    /** An AI of the operator's choice answers what no rule does. */
    AI,
    /** A server of the customer's answers what no rule does. */
    WEBHOOK;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what a caller wrote.
     *
     * @throws RequestFailed VALIDATION_FAILED for another word
     */
    public static BotKind parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(word))
                .findFirst()
                .orElseThrow(() -> RequestFailed.invalid("kind", "must be rules, ai or webhook."));
    }
}
