package org.chasqui.api.dialects;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * A call that is answered later and holds no thread until then. Whoever comes first has the request for himself: the answer, the
 * end of the time, or the server that finds the client gone. Everybody else leaves it alone, for the server uses it again.
 */
final class LaterAnswer implements AsyncListener {
    /** No dialect has its clients wait longer; what has not come by then will not come. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Logger LOG = System.getLogger(LaterAnswer.class.getName());

    private final Answering answering;
    private final AsyncContext context;
    private final AtomicBoolean taken = new AtomicBoolean();

    private LaterAnswer(Answering answering, AsyncContext context) {
        this.answering = answering;
        this.context = context;
    }

    /** Lets the thread of the request go. */
    static void await(CompletionStage<Answer> answer, Answering answering, AsyncContext context) {
        var later = new LaterAnswer(answering, context);
        context.setTimeout(LONGEST.toMillis());
        context.addListener(later);
        answer.whenComplete(later::arrived);
    }

    private void arrived(@Nullable Answer answer, @Nullable Throwable failed) {
        if (taken.compareAndSet(false, true)) {
            finish(() -> answering.outcome(answer, failed));
        } else if (answer != null) {
            discard(answer);
        }
    }

    /** Nothing is known of what was to be answered: it may have been done. */
    @Override
    public void onTimeout(AsyncEvent event) {
        if (taken.compareAndSet(false, true)) {
            finish(() -> answering.refusal(RequestFailed.retryLater(
                    FailureCode.SERVICE_UNAVAILABLE,
                    "There was no answer in time, and what was asked for may be done still: look before you repeat it, or"
                            + " repeat it under the same Idempotency-Key.",
                    Duration.ofSeconds(2))));
        }
    }

    /** The server ends the request by itself. */
    @Override
    public void onError(AsyncEvent event) {
        taken.set(true);
    }

    @Override
    public void onComplete(AsyncEvent event) throws IOException {
        taken.set(true);
        answering.call().close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Happens once.
    }

    private void finish(Supplier<Answer> answer) {
        try {
            answering.write(answer.get());
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "a client did not wait for its answer", gone);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Request " + answering.requestId() + " could not be answered", failed);
        } finally {
            complete();
        }
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException ended) {
            LOG.log(Level.DEBUG, "a request had ended before it was answered", ended);
        }
    }

    private static void discard(Answer answer) {
        var stream = answer.stream();
        if (stream != null) {
            try {
                stream.bytes().close();
            } catch (IOException unread) {
                LOG.log(Level.DEBUG, "what nobody waits for could not be closed", unread);
            }
        }
    }
}
