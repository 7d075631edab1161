package org.chasqui.messaging.bots.ai;

import org.chasqui.messaging.bots.Answer;
import org.jspecify.annotations.Nullable;

/** There is no answer. Thrown, because it has to pass through a library that knows nothing of our reasons. */
final class NoAnswer extends RuntimeException {
    private final Trouble trouble;
    private final @Nullable String detail;

    /**
     * A failure.
     *
     * @param detail what exactly was seen; null when the trouble says it all. Never words of a person, never a secret
     */
    NoAnswer(Trouble trouble, @Nullable String detail) {
        super(detail, null, false, false);
        this.trouble = trouble;
        this.detail = detail;
    }

    Trouble trouble() {
        return trouble;
    }

    /** For the engine, with what asking has cost all the same. */
    Answer.Failed toAnswer(Answer.Usage usage) {
        var seen = detail == null ? "" : " (" + detail + ")";
        return new Answer.Failed(trouble.wireName() + ": " + trouble.advice() + seen, usage);
    }
}
