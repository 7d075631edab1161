package org.chasqui.messaging.inbound;

import static org.chasqui.messaging.sql.DatabaseTrouble.named;

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
        var care = new MergeCare(LARGEST_BATCH);
        long parkedAt = System.nanoTime();
        long purgedAt = parkedAt;
        while (!stopping) {
            try {
                bell.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS);
                bell.drainPermits();
                int most = care.most();
                int merged = writer.merge(most);
                care.merged(merged);
                if (merged == most) {
                    wake();
                } else if (merged > 0) {
                    TimeUnit.MILLISECONDS.sleep(PACE_MILLIS);
                }
                if (System.nanoTime() - parkedAt > TimeUnit.MILLISECONDS.toNanos(PARKED_MILLIS)) {
                    parkedAt = System.nanoTime();
                    tend("looking at parked statuses", writer::retryParked);
                }
                if (System.nanoTime() - purgedAt > TimeUnit.MINUTES.toNanos(1)) {
                    purgedAt = System.nanoTime();
                    tend("dropping parked statuses", writer::purgeParked);
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "merging webhooks failed, trying again: {0}", named(failed));
                care.failed(failed).ifPresent(rawId -> setAside(rawId, failed));
                pause();
                wake();
            } catch (Error failed) {
                // Without this thread webhooks are stored and nobody ever sees them.
                LOG.log(Level.ERROR, "merging webhooks failed, trying again", failed);
                pause();
                wake();
            }
        }
    }

    private void setAside(long rawId, RuntimeException failed) {
        try {
            writer.setAside(rawId, named(failed));
            LOG.log(Level.ERROR, "webhook {0} cannot be merged and is set aside", String.valueOf(rawId));
        } catch (RuntimeException stillFailing) {
            LOG.log(Level.WARNING, "setting a webhook aside failed: {0}", named(stillFailing));
        }
    }

    /** Not with the webhooks: a status that is parked is none of those that wait. */
    private static void tend(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "{0} failed: {1}", what, named(failed));
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(AFTER_FAILURE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
