package org.chasqui.api.dialects;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** One call that a dialect has claimed: what it is answered, whenever that is known, and how that is written. */
record Answering(Dialect dialect, Call call, String requestId, HttpServletResponse response) {
    /** For what may go better later, but nobody knows when. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(Answering.class.getName());

    /** What the dialect says, or how it refuses. */
    Reply reply() throws IOException {
        try {
            return dialect.answer(call);
        } catch (RuntimeException failed) {
            return refusal(failed);
        }
    }

    /** An answer that is here. */
    Answer now(Reply reply) {
        if (reply instanceof Answer answer) {
            return answer;
        }
        try {
            return ((Reply.Later) reply).answer().toCompletableFuture().join();
        } catch (CompletionException failed) {
            return refusal(failed);
        }
    }

    /** What an answer has become that was to come later; one of the two is null. */
    Answer outcome(@Nullable Answer answer, @Nullable Throwable failed) {
        if (answer != null) {
            return answer;
        }
        return refusal(failed == null ? new IllegalStateException("neither answer nor failure") : failed);
    }

    /** A failure, whatever it is, in the words of the dialect. */
    Answer refusal(Throwable failed) {
        var cause = failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        if (cause instanceof RequestFailed refused) {
            return worded(refused);
        }
        LOG.log(Level.ERROR, "Request " + requestId + " failed unexpectedly", cause);
        return worded(new RequestFailed(
                FailureCode.INTERNAL_ERROR,
                "Something failed inside the gateway. The log has it under request id " + requestId + ".",
                cause));
    }

    private Answer worded(RequestFailed failed) {
        var answer = dialect.refusal(call, failed);
        var known = failed.retryAfter();
        var retryAfter = known == null && failed.code().isRetryable() ? SOON : known;
        return retryAfter == null
                ? answer
                : answer.with("Retry-After", Long.toString(Math.max(1, (retryAfter.toMillis() + 999) / 1_000)));
    }

    void write(Answer answer) throws IOException {
        call.answerHeaders().forEach(response::setHeader);
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(answer.contentType());
        var stream = answer.stream();
        if (stream == null) {
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        } else {
            response.setContentLengthLong(stream.length());
            stream.writeTo(response.getOutputStream());
        }
    }
}
