package org.chasqui.messaging.bots.ai;

import org.jspecify.annotations.Nullable;

/** There is no answer; thrown through the library, which knows nothing of our reasons. */
final class AiFailed extends RuntimeException {
    private final AiTrouble trouble;

    /**
     * A failure.
     *
     * @param detail what exactly was seen; null when the trouble says it all. Never words of a person, never the key
     */
    AiFailed(AiTrouble trouble, @Nullable String detail) {
        super(detail, null, false, false);
        this.trouble = trouble;
    }

    AiTrouble trouble() {
        return trouble;
    }
}
