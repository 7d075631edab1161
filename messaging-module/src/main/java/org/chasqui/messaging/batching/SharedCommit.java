package org.chasqui.messaging.batching;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chasqui.messaging.sql.DatabaseTrouble;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * How a request waits for a commit that it shares with others ({@link Batcher}), and what its caller is told when it waits in
 * vain.
 *
 * @param failed a sentence for what could not be written
 * @param late a sentence for what was not written in time, and may be still
 */
public record SharedCommit(String failed, String late) {
    private static final Logger LOG = System.getLogger(SharedCommit.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    /** Until when to wait, in the nanoseconds of {@link System#nanoTime()}. */
    public static long endOfPatience() {
        return System.nanoTime() + PATIENCE.toNanos();
    }

    /**
     * Waits until something is committed.
     *
     * @param end until when, as {@link #endOfPatience()} says
     * @throws RequestFailed SERVICE_UNAVAILABLE
     */
    public <T> T await(CompletableFuture<T> written, long end) {
        try {
            return written.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException refused) {
            LOG.log(Level.WARNING, "{0} {1}", failed, DatabaseTrouble.named(refused));
            throw unavailable(failed, refused.getCause());
        } catch (TimeoutException slow) {
            throw unavailable(late, slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unavailable("The gateway is stopping.", stopped);
        }
    }

    /** What callers are told before there is anybody to write. */
    public static RequestFailed notYet() {
        return unavailable("The gateway is still starting.", null);
    }

    private static RequestFailed unavailable(String what, @Nullable Throwable cause) {
        var message = what + " Try again in a moment, best with an Idempotency-Key.";
        return cause == null
                ? RequestFailed.retryLater(FailureCode.SERVICE_UNAVAILABLE, message, TRY_AGAIN)
                : RequestFailed.retryLater(FailureCode.SERVICE_UNAVAILABLE, message, TRY_AGAIN, cause);
    }
}
