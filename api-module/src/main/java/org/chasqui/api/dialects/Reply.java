package org.chasqui.api.dialects;

import java.util.concurrent.CompletionStage;
import org.chasqui.platform.failure.RequestFailed;

/** What a dialect says to a call: an answer, or that it comes later. */
public sealed interface Reply permits Answer, Reply.Later {
    /**
     * An answer that comes later. No thread waits for it; the one that completes it writes it to the client.
     *
     * @param answer fails with a {@link RequestFailed} to have the dialect's refusal given; a minute is the longest that it may take
     */
    record Later(CompletionStage<Answer> answer) implements Reply {
        /** Whether it has come already. */
        boolean isHere() {
            return answer.toCompletableFuture().isDone();
        }
    }

    /** An answer that comes later. */
    static Reply later(CompletionStage<Answer> answer) {
        return new Later(answer);
    }
}
