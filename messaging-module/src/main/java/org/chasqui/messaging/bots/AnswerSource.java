package org.chasqui.messaging.bots;

import org.jspecify.annotations.Nullable;

/** Answers what no rule of a bot does: a port, one bean for each kind of bot beside {@link BotKind#RULES}. */
public interface AnswerSource {

    /** Whose questions it answers. */
    BotKind kind();

    /**
     * Whether it could answer for a bot; asked often, so nothing is called for it.
     *
     * @return null when it could; else a sentence that says what is missing
     */
    @Nullable
    String missing(BotView bot);

    /**
     * Answers a question. Called outside of any transaction, on a thread that may wait until the deadline; throws nothing
     * that it could answer as {@link Answer.Failed}. What it throws all the same is taken for that.
     */
    Answer answer(Question question);
}
