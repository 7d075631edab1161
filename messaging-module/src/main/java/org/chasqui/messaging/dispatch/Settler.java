package org.chasqui.messaging.dispatch;

import static org.chasqui.messaging.sql.DatabaseTrouble.named;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.batching.Batcher;
import org.chasqui.messaging.sql.DatabaseTrouble;
import org.jspecify.annotations.Nullable;

/**
 * Where outcomes wait for the commit that they share. An outcome must not be forgotten: while the database is away it
 * is tried again and again; should the process die meanwhile, the in-flight file still says that the call was made. What the
 * database refuses to keep (Meta's words may hold anything) is kept as uncertain, without those words.
 */
@ApplicationScoped
class Settler {
    private static final Logger LOG = System.getLogger(Settler.class.getName());
    /** Far more than can be claimed while nothing can be written; one that finds no place is settled by the next start. */
    private static final int CAPACITY = 8 * InFlightRing.SLOTS;

    private static final int LARGEST_BATCH = 500;
    private static final int WRITERS = 2;
    private static final long FIRST_PAUSE_NANOS = 200_000_000L;
    private static final long LONGEST_PAUSE_NANOS = 5_000_000_000L;

    @Inject
    SettleWriter writer;

    @Inject
    Hand hand;

    private volatile boolean stopping;
    private @Nullable Batcher<Settled, Boolean> batcher;

    void start() {
        batcher = new Batcher<>("settle", CAPACITY, LARGEST_BATCH, this::write, failed -> true);
        batcher.start(BackgroundThreads.FACTORY, WRITERS);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (batcher != null) {
            batcher.stop();
        }
    }

    /** Hands an outcome over; completes when it is committed. */
    CompletableFuture<Boolean> settle(Settled settled) {
        if (batcher == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("not started"));
        }
        var written = new CompletableFuture<Boolean>();
        submit(batcher, settled, written);
        return written;
    }

    private void submit(Batcher<Settled, Boolean> line, Settled settled, CompletableFuture<Boolean> written) {
        line.submit(settled).whenComplete((done, failed) -> {
            if (failed == null) {
                hand.drop(settled.claim().messageId());
                written.complete(done);
                return;
            }
            var plain = stopping || failed instanceof Batcher.Full ? null : settled.withoutWords();
            if (plain == null) {
                LOG.log(Level.ERROR, "an outcome was not written; the next start settles it: {0}", named(failed));
                written.completeExceptionally(failed);
            } else {
                LOG.log(Level.WARNING, "an outcome is refused and becomes uncertain: {0}", named(failed));
                submit(line, plain, written);
            }
        });
    }

    /** Waits for a database that is away for as long as it takes; what it refuses, it would refuse again. */
    private List<Boolean> write(List<Settled> batch) {
        long pause = FIRST_PAUSE_NANOS;
        while (true) {
            try {
                writer.write(batch);
                return Collections.nCopies(batch.size(), true);
            } catch (RuntimeException failed) {
                if (stopping || !DatabaseTrouble.isPassing(failed)) {
                    // The batcher goes on one by one, and finds the one that is to blame.
                    throw failed;
                }
                LOG.log(
                        Level.WARNING,
                        "outcomes of {0} calls could not be written, trying again: {1}",
                        batch.size(),
                        named(failed));
                LockSupport.parkNanos(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
            }
        }
    }
}
