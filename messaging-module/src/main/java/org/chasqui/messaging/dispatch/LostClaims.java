package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.messaging.messages.ledger.OpenQueue;
import org.chasqui.messaging.messages.ledger.Queue;

/**
 * Finds claims of this node that are in nobody's hand, because the connection died between their commit and its answer,
 * and puts them back: they were certainly not posted, and nothing behind them to the same person goes out before.
 */
@ApplicationScoped
class LostClaims {
    private static final Logger LOG = System.getLogger(LostClaims.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Inject
    Queue queue;

    @Inject
    OpenQueue open;

    @Inject
    Hand hand;

    @Inject
    NodeIdentity node;

    @Inject
    Clock clock;

    /** Puts back what is in nobody's hand. */
    @Transactional
    public void putBack() {
        var missing = missing(open.claimedBy(node.name()));
        if (missing.isEmpty()) {
            return;
        }
        // Locked, so that none can be settled and claimed anew between the look at the hand and the change.
        var locked = open.lockClaimed(node.name(), missing);
        if (!hand.awaitReached(PATIENCE)) {
            return;
        }
        var lost = missing(locked);
        var now = clock.instant();
        queue.requeue(locked.stream()
                .filter(one -> lost.contains(one.messageId()))
                .map(one -> new Queue.Requeue(one.messageId(), one.attempt(), now, one.resend(), false))
                .toList());
        if (!lost.isEmpty()) {
            LOG.log(Level.WARNING, "{0} claims whose answer was lost go back into the queue", lost.size());
        }
    }

    private Set<UUID> missing(List<OpenQueue.Open> claimed) {
        return claimed.stream()
                .map(OpenQueue.Open::messageId)
                .filter(id -> !hand.holds(id))
                .collect(Collectors.toUnmodifiableSet());
    }
}
