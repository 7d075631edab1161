package org.chasqui.messaging.messages;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.chasqui.messaging.batching.BackgroundThreads;

/** The threads behind {@link Waiters}: one that keeps time, and a few on which callers are answered. */
final class WaiterThreads implements Executor {
    private static final Logger LOG = System.getLogger(WaiterThreads.class.getName());

    /** An answer takes a tenth of a millisecond, with an Idempotency-Key a commit. */
    private static final int ANSWERING = 8;

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, named("chasqui-waiters"));

    /** What waits here is bounded by the places of those who wait. At the end whoever brings an answer writes it. */
    private final ThreadPoolExecutor answering = new ThreadPoolExecutor(
            ANSWERING,
            ANSWERING,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            named("chasqui-waiters-answer"),
            (answer, closed) -> answer.run());

    WaiterThreads() {
        answering.allowCoreThreadTimeOut(true);
    }

    /** Does something again and again, also after it has failed. */
    void every(Duration pause, Runnable work) {
        clock.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException failed) {
                        LOG.log(Level.ERROR, "requests that wait could not be looked after", failed);
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void execute(Runnable work) {
        answering.execute(work);
    }

    /** Ends when what was to be done is done. */
    void stop() {
        clock.shutdownNow();
        answering.shutdown();
        try {
            answering.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String name) {
        return work -> {
            var thread = BackgroundThreads.FACTORY.newThread(work);
            thread.setName(name);
            return thread;
        };
    }
}
