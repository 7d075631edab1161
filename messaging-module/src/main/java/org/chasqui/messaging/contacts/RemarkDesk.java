package org.chasqui.messaging.contacts;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.batching.Batcher;
import org.chasqui.messaging.batching.SharedCommit;
import org.chasqui.messaging.sql.DatabaseTrouble;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.migrations.DatabaseReady;
import org.jspecify.annotations.Nullable;

/** Where remarks wait for the commit that they share: a thousand calls a second would else wait for each other one by one. */
@ApplicationScoped
class RemarkDesk {
    private static final int CAPACITY = 4_000;
    private static final int LARGEST_BATCH = 200;
    /** Who writes people of a workspace keeps all others out ({@link ContactStore#lock}): a second one would stand and wait. */
    private static final int WRITERS = 1;

    private static final SharedCommit COMMIT = new SharedCommit(
            "What was said of the person could not be kept.",
            "What was said of the person was not kept in time; it may be kept still.");

    @Inject
    RemarkWriter writer;

    private @Nullable Batcher<Remark, ContactView> batcher;

    void start(@Observes DatabaseReady ready) {
        batcher = new Batcher<>(
                "remarks",
                CAPACITY,
                LARGEST_BATCH,
                remarks -> writer.write(remarks),
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
     * Writes a remark and returns when it is committed.
     *
     * @return the person as he is then
     * @throws RequestFailed SERVICE_UNAVAILABLE when the database is away or too much waits
     */
    ContactView note(Remark remark) {
        var desk = batcher;
        if (desk == null) {
            throw SharedCommit.notYet();
        }
        return COMMIT.await(desk.submit(remark), SharedCommit.endOfPatience());
    }
}
