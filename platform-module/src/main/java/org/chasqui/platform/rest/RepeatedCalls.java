package org.chasqui.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** {@code Idempotency-Key} for what JAX-RS does not serve; the native API has {@link IdempotencyFilter}, and the same rules. */
@ApplicationScoped
public class RepeatedCalls {
    /** Name of the header. */
    public static final String HEADER = IdempotencyFilter.HEADER;

    /** Says with an answer that it was given before. */
    public static final String REPLAYED = IdempotencyFilter.REPLAYED;

    private static final Pattern KEY = IdempotencyFilter.KEY;
    private static final int SERVER_ERROR = 500;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    @Inject
    Idempotency idempotency;

    /**
     * An answer.
     *
     * @param body text in UTF-8
     * @param isReplayed whether it was given before
     */
    public record Answered(int status, String mediaType, byte[] body, boolean isReplayed) {}

    /** What is done once, and answered later. */
    @FunctionalInterface
    public interface LaterWork {
        /**
         * Begins it.
         *
         * @param reservedId as for {@link Work}
         * @return completes on a thread on which the database may be asked
         */
        CompletionStage<Answered> begin(UUID reservedId) throws IOException;
    }

    /** What is done once. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @param reservedId what is created takes this id: the same whenever the call runs again after a crash
         */
        Answered run(UUID reservedId) throws IOException;
    }

    /**
     * Does something, unless it was done before under this key: then the answer of that time comes again. What is refused
     * by an exception has left no trace, so that the client may correct it and keep the key; what has failed here (5xx) runs
     * again under the same id.
     *
     * @param owner whose key it is; the keys of others are others
     * @param what method and path
     * @param content arguments and files, as JSON
     * @throws RequestFailed VALIDATION_FAILED for a malformed key, IDEMPOTENCY_IN_PROGRESS, IDEMPOTENCY_CONFLICT
     */
    public Answered once(UUID workspaceId, UUID owner, String key, String what, byte[] content, Work work)
            throws IOException {
        var outcome = begin(workspaceId, owner, key, what, content);
        if (outcome instanceof Idempotency.Stored stored) {
            return replayed(stored);
        }
        var claim = claimed(outcome);
        Answered answer;
        try {
            answer = work.run(claim.reservedId());
        } catch (IOException | RuntimeException | Error failed) {
            hasFailed(claim, failed);
            throw failed;
        }
        isAnswered(claim, answer);
        return answer;
    }

    /**
     * As {@link #once}, without a thread that waits for the answer. What is refused at once is thrown, and what is refused later
     * fails the stage with the same exception.
     */
    public CompletionStage<Answered> onceLater(
            UUID workspaceId, UUID owner, String key, String what, byte[] content, LaterWork work) throws IOException {
        var outcome = begin(workspaceId, owner, key, what, content);
        if (outcome instanceof Idempotency.Stored stored) {
            return CompletableFuture.completedStage(replayed(stored));
        }
        var claim = claimed(outcome);
        CompletionStage<Answered> begun;
        try {
            begun = work.begin(claim.reservedId());
        } catch (IOException | RuntimeException | Error failed) {
            hasFailed(claim, failed);
            throw failed;
        }
        return begun.whenComplete((answer, failed) -> {
            if (failed == null) {
                isAnswered(claim, answer);
            } else {
                hasFailed(claim, failed);
            }
        });
    }

    private Idempotency.Outcome begin(UUID workspaceId, UUID owner, String key, String what, byte[] content) {
        if (!KEY.matcher(key).matches()) {
            throw RequestFailed.invalid(HEADER, "must have 1 to 255 printable ASCII characters without spaces.");
        }
        return idempotency.begin(workspaceId, owner + " " + key, Fingerprint.of(what, content));
    }

    private static Answered replayed(Idempotency.Stored stored) {
        return new Answered(stored.status(), stored.mediaType(), stored.body(), true);
    }

    private static Idempotency.Claim claimed(Idempotency.Outcome outcome) {
        if (outcome instanceof Idempotency.Claim claim) {
            return claim;
        }
        if (outcome == Idempotency.Refusal.IN_PROGRESS) {
            throw RequestFailed.retryLater(
                    FailureCode.IDEMPOTENCY_IN_PROGRESS,
                    "A request with this Idempotency-Key is at work: try again in a moment to get its answer.",
                    TRY_AGAIN);
        }
        throw new RequestFailed(
                FailureCode.IDEMPOTENCY_CONFLICT,
                "This Idempotency-Key was used with another request: take a new key for a new request.");
    }

    private void isAnswered(Idempotency.Claim claim, Answered answer) {
        if (answer.status() < SERVER_ERROR) {
            idempotency.store(claim, new Idempotency.Stored(answer.status(), answer.mediaType(), answer.body()));
        } else {
            idempotency.unlock(claim);
        }
    }

    private void hasFailed(Idempotency.Claim claim, Throwable failed) {
        var cause = failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        if (cause instanceof RequestFailed refused && HttpTerms.status(refused.code()) < SERVER_ERROR) {
            idempotency.forget(claim);
        } else {
            // Nobody knows what was written before: the same call may run again, under the same id.
            idempotency.unlock(claim);
        }
    }
}
