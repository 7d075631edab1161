package org.chasqui.api.dialects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.RepeatedCalls;
import org.jspecify.annotations.Nullable;

/** Calls that a client may repeat under the same {@code Idempotency-Key}: they are done once, and answered the same each time. */
@ApplicationScoped
public class Repeats {
    @Inject
    RepeatedCalls repeated;

    /** Does what a call asks for. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @param reservedId what is created takes this id; null when the client has named no key
         * @return text, and not much of it: it is kept
         */
        Answer answer(@Nullable UUID reservedId) throws IOException;
    }

    /**
     * The answer of the work, or the one that it has given before.
     *
     * @throws RequestFailed as {@link RepeatedCalls#once} does, and the work
     */
    public Answer answer(Call call, Client client, Work work) throws IOException {
        var key = call.header(RepeatedCalls.HEADER);
        if (key.isEmpty()) {
            return work.answer(null);
        }
        var what = call.method() + " " + call.path();
        var answered = repeated.once(
                client.workspaceId(), client.id(), key.get(), what, call.content(), id -> kept(work.answer(id)));
        var answer = Answer.bytes(answered.status(), answered.mediaType(), answered.body());
        return answered.isReplayed() ? answer.with(RepeatedCalls.REPLAYED, "true") : answer;
    }

    private static RepeatedCalls.Answered kept(Answer answer) {
        return new RepeatedCalls.Answered(answer.status(), answer.contentType(), answer.body(), false);
    }
}
