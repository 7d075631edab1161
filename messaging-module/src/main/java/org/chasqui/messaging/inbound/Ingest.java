package org.chasqui.messaging.inbound;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.batching.Batcher;
import org.chasqui.platform.migrations.DatabaseReady;
import org.jspecify.annotations.Nullable;

/** Takes verified webhooks: they are stored in shared commits, and only then answered. */
@ApplicationScoped
class Ingest {
    private static final int CAPACITY = 4_000;
    private static final int LARGEST_BATCH = 200;
    private static final int WRITERS = 2;

    @Inject
    RawWebhooks raws;

    @Inject
    Merger merger;

    private @Nullable Batcher<byte[], Boolean> batcher;

    void start(@Observes DatabaseReady ready) {
        batcher = new Batcher<>("ingest", CAPACITY, LARGEST_BATCH, this::store, failed -> false);
        batcher.start(BackgroundThreads.FACTORY, WRITERS);
    }

    @PreDestroy
    void stop() {
        if (batcher != null) {
            batcher.stop();
        }
    }

    /** Stores a body; completes when it is committed, fails when it cannot be: then Meta must send it again. */
    CompletableFuture<Boolean> store(byte[] body) {
        if (batcher == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("still starting"));
        }
        return batcher.submit(body);
    }

    private List<Boolean> store(List<byte[]> bodies) {
        raws.store(bodies);
        merger.wake();
        return Collections.nCopies(bodies.size(), true);
    }
}
