package org.chasqui.messaging.bots;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bot would do about a text. Nothing is sent, counted or kept.
 *
 * @param at the time that it was asked for
 * @param replies what it would say, with placeholders filled in; spintax is drawn anew each time
 * @param tagsAdded tags that the person would get
 * @param tagsRemoved tags that he would lose
 * @param trace what was looked at
 */
public record Trial(
        Instant at,
        DecisionOutcome outcome,
        Reason reason,
        @Nullable String detail,
        @Nullable UUID ruleId,
        List<Reply> replies,
        List<String> tagsAdded,
        List<String> tagsRemoved,
        Trace trace) {

    /**
     * What to try.
     *
     * @param text what a person would write
     * @param from the person, as a number in E.164 or a user id; null for somebody who has never written, but who needs no
     *     welcome
     * @param at null for now
     * @param askSource whether the AI or the customer's server is asked, which may cost; otherwise it is only said that it
     *     would be
     */
    public record Wish(
            String text, @Nullable String from, @Nullable Instant at, boolean askSource) {}
}
