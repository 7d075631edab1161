package org.chasqui.messaging.bots;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bot looked at before it decided. Holds no word of the person's.
 *
 * @param hours whether it was within its hours, in words: for example {@code Sunday 14:05 in Africa/Harare: within 09:00–17:00}
 * @param withinHours whether it was
 * @param handling who had the conversation
 * @param rules each rule that was looked at, in their order; those behind the one that matched are not looked at
 * @param source what came of asking the AI or the customer's server; null when nobody was asked
 */
public record Trace(
        String hours,
        boolean withinHours,
        Handling.By handling,
        List<RuleVerdict> rules,
        @Nullable String source) {
    /** Copies the list. */
    public Trace {
        rules = List.copyOf(rules);
    }

    /**
     * What became of one rule.
     *
     * @param matched whether it matched
     * @param keyword the keyword that did; null when none did
     * @param why a short sentence for the page
     */
    public record RuleVerdict(
            UUID ruleId,
            @Nullable String title,
            boolean matched,
            @Nullable String keyword,
            String why) {}
}
