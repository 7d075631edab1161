package org.chasqui.api.botmaker.notes;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.batching.Batcher;
import org.chasqui.messaging.batching.SharedCommit;
import org.chasqui.messaging.events.NewEvent;
import org.chasqui.messaging.sql.DatabaseTrouble;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.migrations.DatabaseReady;
import org.jspecify.annotations.Nullable;

/** Where results wait for the commit that they share: whoever hears of results hears of each call. */
@ApplicationScoped
class ResultDesk {
    private static final int CAPACITY = 4_000;
    private static final int LARGEST_BATCH = 200;
    /** One, so that results are told in the order in which their calls came. */
    private static final int WRITERS = 1;

    private static final SharedCommit COMMIT = new SharedCommit(
            "The call was done, and what became of it could not be told.",
            "The call was done, and what became of it was not told in time; it may be told still.");

    @Inject
    ResultWriter writer;

    private @Nullable Batcher<NewEvent, NewEvent> batcher;

    void start(@Observes DatabaseReady ready) {
        batcher = new Batcher<>(
                "results",
                CAPACITY,
                LARGEST_BATCH,
                results -> writer.write(results),
                failed -> !DatabaseTrouble.isPassing(failed));
        batcher.start(BackgroundThreads.FACTORY, WRITERS);
    }

    @PreDestroy
    void stop() {
        if (batcher != null) {
            batcher.stop();
        }
    }

    /**
     * Records an event and returns when it is committed.
     *
     * @throws RequestFailed SERVICE_UNAVAILABLE when the database is away or too much waits
     */
    void tell(NewEvent result) {
        var desk = batcher;
        if (desk == null) {
            throw SharedCommit.notYet();
        }
        COMMIT.await(desk.submit(result), SharedCommit.endOfPatience());
    }
}
