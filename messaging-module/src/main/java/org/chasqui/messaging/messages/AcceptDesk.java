package org.chasqui.messaging.messages;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.batching.Batcher;
import org.chasqui.messaging.batching.SharedCommit;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.migrations.DatabaseReady;
import org.jspecify.annotations.Nullable;

/** Where accepted messages wait for the commit that they share. The answer to the caller goes out after the commit. */
@ApplicationScoped
class AcceptDesk {
    private static final Logger LOG = System.getLogger(AcceptDesk.class.getName());
    private static final int CAPACITY = 4_000;
    private static final int LARGEST_BATCH = 200;
    private static final int WRITERS = 2;
    private static final SharedCommit COMMIT = new SharedCommit(
            "The message could not be stored and was not accepted.",
            "The message was not stored in time; it may be accepted still.");

    @Inject
    AcceptWriter writer;

    @Inject
    Event<MessagesQueued> queued;

    private @Nullable Batcher<Draft, AcceptWriter.Accepted> batcher;

    void start(@Observes DatabaseReady ready) {
        batcher = new Batcher<>("accept", CAPACITY, LARGEST_BATCH, this::writeAndRing, RequestFailed.class::isInstance);
        batcher.start(BackgroundThreads.FACTORY, WRITERS);
    }

    @PreDestroy
    void stop() {
        if (batcher != null) {
            batcher.stop();
        }
    }

    /**
     * Writes a message and returns when it is committed.
     *
     * @throws RequestFailed SERVICE_UNAVAILABLE when the database is away or too much waits, OUTSIDE_SERVICE_WINDOW when
     *     it may not go out: nothing was accepted then
     */
    AcceptWriter.Accepted accept(Draft draft) {
        return await(submit(draft), endOfPatience());
    }

    /** Until when to wait for a commit, in the nanoseconds of {@link System#nanoTime()}. */
    long endOfPatience() {
        return SharedCommit.endOfPatience();
    }

    /**
     * Hands a message over, to be waited for with {@link #await}.
     *
     * @throws RequestFailed SERVICE_UNAVAILABLE while the gateway starts
     */
    CompletableFuture<AcceptWriter.Accepted> submit(Draft draft) {
        var desk = batcher;
        if (desk == null) {
            throw SharedCommit.notYet();
        }
        return desk.submit(draft);
    }

    /**
     * Waits until a message is committed.
     *
     * @param end until when, as {@link #endOfPatience()} says
     * @throws RequestFailed SERVICE_UNAVAILABLE, OUTSIDE_SERVICE_WINDOW or RECIPIENT_OPTED_OUT: nothing was accepted then
     */
    AcceptWriter.Accepted await(CompletableFuture<AcceptWriter.Accepted> written, long end) {
        var accepted = COMMIT.await(written, end);
        if (accepted.optedOut()) {
            throw new RequestFailed(
                    FailureCode.RECIPIENT_OPTED_OUT,
                    "The person does not want messages of this category. Writing is possible again when he opts in:"
                            + " by the word START, or DELETE /api/v1/whatsapp/contacts/{id}/opt_out.");
        }
        if (accepted.windowClosed()) {
            throw new RequestFailed(
                    FailureCode.OUTSIDE_SERVICE_WINDOW,
                    "The person has not written in the last 24 hours, so WhatsApp delivers only an approved template:"
                            + " POST /api/v1/whatsapp/messages/template.");
        }
        return accepted;
    }

    private List<AcceptWriter.Accepted> writeAndRing(List<Draft> drafts) {
        var accepted = writer.write(drafts);
        var lanes = new HashSet<Queue.Due>();
        drafts.forEach(draft -> lanes.add(new Queue.Due(draft.conversation().numberId(), draft.lane())));
        ring(lanes);
        return accepted;
    }

    /** The messages are committed: whatever fails from here on must not make a refusal of it. The sweeper rings too. */
    private void ring(Set<Queue.Due> lanes) {
        try {
            queued.fire(new MessagesQueued(lanes));
        } catch (RuntimeException unheard) {
            LOG.log(Level.WARNING, "accepted messages could not be rung for: {0}", unheard.getMessage());
        }
    }
}
