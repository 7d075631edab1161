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
 * @param rules what became of the rules, in their order: in a trial of each, in what is kept of those that matched
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

    /** The same with what came of asking. */
    Trace withSource(String told) {
        return new Trace(hours, withinHours, handling, rules, told);
    }

    /** The same with nothing but the rules that matched: what is kept. */
    Trace shortened() {
        return new Trace(
                hours,
                withinHours,
                handling,
                rules.stream().filter(RuleVerdict::matched).toList(),
                source);
    }

    /**
     * What became of one rule.
     *
     * @param matched whether a keyword of it was found; the first active one that matched decided
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
