package org.chasqui.messaging.bots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody whom a bot asked has answered. */
public sealed interface Answer {

    /** What asking has cost. */
    Usage usage();

    /**
     * Tokens of an AI.
     *
     * @param tokensIn what was told to it
     * @param tokensOut what it said
     */
    record Usage(int tokensIn, int tokensOut) {
        /** Nothing that is counted. */
        public static final Usage NONE = new Usage(0, 0);
    }

    /**
     * Say this.
     *
     * @param replies at least one, ten at most; each is checked as every message is, and one that is refused is left out
     */
    record Replies(List<Reply> replies, Usage usage) implements Answer {
        /** Copies the list. */
        public Replies {
            replies = List.copyOf(replies);
        }
    }

    /**
     * A person should answer.
     *
     * @param replies to say before; may be empty
     * @param note what that person should know; null for nothing
     */
    record HandOver(List<Reply> replies, @Nullable String note, Usage usage) implements Answer {
        /** Copies the list. */
        public HandOver {
            replies = List.copyOf(replies);
        }
    }

    /**
     * Say nothing, and no fallback either.
     *
     * @param why a sentence for whoever looks at the decision
     */
    record Nothing(String why, Usage usage) implements Answer {}

    /**
     * It could not be asked, was too slow, or answered nonsense: the bot says its fallback or hands over, as it is set.
     *
     * @param why a sentence for whoever looks at the decision; never a secret, nor what a person wrote
     */
    record Failed(String why, Usage usage) implements Answer {}
}
