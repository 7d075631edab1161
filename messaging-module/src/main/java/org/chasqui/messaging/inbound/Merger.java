package org.chasqui.messaging.inbound;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.platform.migrations.DatabaseReady;
import org.jspecify.annotations.Nullable;

/**
 * Merges webhooks in the background, as soon as they are stored. It paces itself: while webhooks pour in, a short pause
 * between two batches lets several statuses of one message share one update.
 */
@ApplicationScoped
class Merger {
    private static final Logger LOG = System.getLogger(Merger.class.getName());
    private static final int LARGEST_BATCH = 1_000;
    private static final long TICK_MILLIS = 500;
    private static final long PACE_MILLIS = 30;
    private static final long AFTER_FAILURE_MILLIS = 500;
    private static final int TRIES = 3;
    private static final long STOP_PATIENCE_MILLIS = 5_000;
    private static final long PARKED_MILLIS = 1_000;

    @Inject
    MergeWriter writer;

    private final Semaphore bell = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    void start(@Observes DatabaseReady ready) {
        thread = BackgroundThreads.FACTORY.newThread(this::loop);
        thread.setName("chasqui-merge");
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        wake();
        if (thread != null) {
            try {
                thread.join(STOP_PATIENCE_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            thread.interrupt();
        }
    }

    /** Something was stored. */
    void wake() {
        bell.release();
    }

    private void loop() {
        int failures = 0;
        long parkedAt = System.nanoTime();
        while (!stopping) {
            try {
                bell.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS);
                bell.drainPermits();
                // After failures one at a time, so that the one that is to blame is found.
                int most = failures == 0 ? LARGEST_BATCH : 1;
                int merged = writer.merge(most);
                failures = merged > 0 && most == 1 ? failures - 1 : 0;
                if (merged == most) {
                    wake();
                } else if (merged > 0) {
                    TimeUnit.MILLISECONDS.sleep(PACE_MILLIS);
                }
                if (System.nanoTime() - parkedAt > TimeUnit.MILLISECONDS.toNanos(PARKED_MILLIS)) {
                    parkedAt = System.nanoTime();
                    writer.retryParked();
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failed) {
                failures++;
                LOG.log(Level.WARNING, "merging webhooks failed, trying again", failed);
                pauseAfter(failed, failures);
            }
        }
    }

    private void pauseAfter(RuntimeException failed, int failures) {
        try {
            TimeUnit.MILLISECONDS.sleep(AFTER_FAILURE_MILLIS);
            if (failures > TRIES && !isDatabaseAway(failed)) {
                writer.setOldestAside(String.valueOf(failed.getMessage()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException stillFailing) {
            LOG.log(Level.WARNING, "setting a webhook aside failed", stillFailing);
        }
    }

    /** SQL states of class 08 and 57 tell of the connection and the server, not of the data. */
    private static boolean isDatabaseAway(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql) {
                var state = sql.getSQLState();
                return state == null || state.startsWith("08") || state.startsWith("57") || state.startsWith("53");
            }
        }
        return true;
    }
}
