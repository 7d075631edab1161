package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Settles what a node left open when it died. What it had claimed and certainly not posted goes back into the queue;
 * what may have been posted is uncertain until a status or the policy of its category settles it.
 */
@ApplicationScoped
class Recovery {
    private static final Logger LOG = System.getLogger(Recovery.class.getName());

    /** A node is lost when it gave no sign of life for longer than any of its leases lasts. */
    private static final Duration LOST_AFTER = Duration.ofSeconds(15);

    private static final int BATCH = 1_000;
    private static final String NODE_LOST = "node_lost";
    private static final Fact.Problem CRASHED =
            new Fact.Problem(0, "The outcome of the call is unknown", "The node ended while the call was under way.");

    @Inject
    Ledger ledger;

    @Inject
    Queue queue;

    @Inject
    NodeIdentity node;

    @Inject
    Event<MessagesMoved> moved;

    @Inject
    Clock clock;

    /**
     * Settles what the process before this one of the same node had claimed.
     *
     * @param trusted whether the in-flight file can be believed
     * @param inFlight messages that were on the wire
     */
    @Transactional
    public void recoverOwn(boolean trusted, Set<UUID> inFlight) {
        var open = queue.openOf(node.name());
        var unposted = new ArrayList<Queue.Open>();
        var uncertain = new ArrayList<Queue.Open>();
        for (var one : open) {
            (trusted && !inFlight.contains(one.messageId()) ? unposted : uncertain).add(one);
        }
        settle(unposted, uncertain, "crash");
        if (!open.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "after an unclean end: {0} claimed messages were not posted and go again, {1} are uncertain",
                    unposted.size(),
                    uncertain.size());
        }
    }

    /** Settles what other nodes had claimed that are gone; their in-flight files cannot be read from here. */
    @Transactional
    public void recoverLostNodes() {
        var open = queue.openOfLostNodes(node.name(), clock.instant().minus(LOST_AFTER), BATCH);
        settle(List.of(), open, NODE_LOST);
        if (!open.isEmpty()) {
            LOG.log(Level.WARNING, "a node was lost: {0} messages that it had claimed are uncertain", open.size());
        }
    }

    /**
     * Posts one-time codes again whose outcome stayed unknown: a second code does no harm, a missing one does.
     *
     * @param patience how long a status may take
     */
    @Transactional
    public void resendUncertainCodes(Duration patience) {
        var now = clock.instant();
        var open = queue.uncertainSince(Lane.AUTHENTICATION, now.minus(patience), BATCH);
        var rows = ledger.lock(open.stream().map(Queue.Open::messageId).toList());
        var again = new ArrayList<Queue.Requeue>();
        var moves = new ArrayList<Move>();
        for (var one : open) {
            var row = rows.get(one.messageId());
            if (row != null && one.expiresAt() != null && now.isBefore(one.expiresAt())) {
                row.learn(new Fact.Retried(now.truncatedTo(ChronoUnit.MILLIS)));
                again.add(new Queue.Requeue(one.messageId(), one.attempt(), now, true, true));
                addMove(row.move(), moves);
            }
        }
        if (!again.isEmpty()) {
            ledger.save(rows.values());
            queue.requeue(again);
            announce(moves);
        }
    }

    private void settle(List<Queue.Open> unposted, List<Queue.Open> uncertain, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var ids = new ArrayList<UUID>();
        unposted.forEach(one -> ids.add(one.messageId()));
        uncertain.forEach(one -> ids.add(one.messageId()));
        var rows = ledger.lock(ids);
        var moves = new ArrayList<Move>();
        var finished = new ArrayList<UUID>();
        var again = new ArrayList<Queue.Requeue>();
        var held = new ArrayList<Queue.Attempted>();
        for (var one : unposted) {
            var row = rows.get(one.messageId());
            if (row == null || row.state().isKnownToMeta()) {
                finished.add(one.messageId());
                continue;
            }
            row.learn(new Fact.Retried(now));
            again.add(new Queue.Requeue(one.messageId(), one.attempt(), now, one.resend(), false));
        }
        for (var one : uncertain) {
            var row = rows.get(one.messageId());
            if (row == null || row.state().isKnownToMeta()) {
                finished.add(one.messageId());
                continue;
            }
            row.noteAttempt(one.attempt(), null);
            row.learn(new Fact.Unclear(now, now, CRASHED));
            held.add(new Queue.Attempted(one.messageId(), one.attempt()));
        }
        rows.values().forEach(row -> addMove(row.move(), moves));
        ledger.save(rows.values());
        queue.finish(finished);
        queue.requeue(again);
        queue.holdUncertain(held, reason, now);
        announce(moves);
    }

    private static void addMove(@Nullable Move move, List<Move> moves) {
        if (move != null) {
            moves.add(move);
        }
    }

    private void announce(List<Move> moves) {
        if (!moves.isEmpty()) {
            moved.fire(new MessagesMoved("settle", moves));
        }
    }
}
