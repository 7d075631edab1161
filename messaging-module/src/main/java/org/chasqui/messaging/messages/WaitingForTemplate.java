package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.messages.ledger.HeldQueue;
import org.chasqui.messaging.messages.ledger.Ledger;

/**
 * The messages in the queue that use a template: held while Meta does not let it go, ended when it never will again.
 * What is on its way to Meta just now is left alone; Meta's own answer decides about it.
 */
@ApplicationScoped
public class WaitingForTemplate {
    private static final int BATCH = 500;

    @Inject
    HeldQueue queue;

    @Inject
    Ledger ledger;

    @Inject
    Event<MessagesMoved> moved;

    @Inject
    Clock clock;

    /**
     * A template as messages name it.
     *
     * @param numberIds our ids of the numbers of its account
     */
    public record Use(Collection<UUID> numberIds, String name, String language) {}

    /**
     * Keeps messages in the queue until {@link #release}; they expire in their own time.
     *
     * @param why a sentence for whoever looks at such a message
     * @return how many are held now that were not
     */
    @Transactional
    public int hold(Use use, String why) {
        return queue.hold(use, why);
    }

    /** Lets held messages go. */
    @Transactional
    public int release(Use use) {
        return queue.release(use, now());
    }

    /** Lets held messages whose time is over go, so that they end as expired. */
    @Transactional
    public int releaseExpired() {
        return queue.releaseExpired(now());
    }

    /** Has messages wait for their turn in the lane of the template's new category. */
    @Transactional
    public int move(Use use, Lane lane) {
        return queue.move(use, lane);
    }

    /**
     * Ends messages that nobody has begun to send as failed.
     *
     * @param code the code that Meta would answer with
     * @param title short words
     * @param why a sentence for whoever looks at such a message
     * @return how many
     */
    @Transactional
    public int fail(Use use, int code, String title, String why) {
        int failed = 0;
        var ids = queue.waiting(use);
        for (int from = 0; from < ids.size(); from += BATCH) {
            var batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
            // Messages before queue entries, as everywhere: two writers cannot wait for each other.
            var rows = ledger.lock(batch);
            var withdrawn = queue.withdraw(batch);
            rows.keySet().retainAll(withdrawn);
            var moves = new ArrayList<Move>();
            for (var row : rows.values()) {
                row.learn(new Fact.Refused(now(), new Fact.Problem(code, title, why)));
                var move = row.move();
                if (move != null) {
                    moves.add(move);
                }
            }
            ledger.save(rows.values());
            if (!moves.isEmpty()) {
                moved.fire(new MessagesMoved("accept", moves));
            }
            failed += rows.size();
        }
        return failed;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
