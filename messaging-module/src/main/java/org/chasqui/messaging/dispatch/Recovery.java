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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.MessageRow;
import org.chasqui.messaging.messages.ledger.OpenQueue;
import org.chasqui.messaging.messages.ledger.Queue;

/**
 * Settles what a node left open when it died. What it had claimed and certainly not posted goes back into the queue;
 * what may have been posted is uncertain until a status or the policy of its category settles it.
 */
@ApplicationScoped
class Recovery {
    private static final Logger LOG = System.getLogger(Recovery.class.getName());

    /** Meta repeats webhooks for seven days; what it has said nothing of by then it will never speak of. */
    private static final Duration META_REPEATS = Duration.ofDays(8);

    private static final int BATCH = 1_000;
    private static final String NODE_LOST = "node_lost";
    private static final Fact.Problem FORGOTTEN = new Fact.Problem(
            0,
            "Given up: the outcome of the call stayed unknown",
            "No status came within eight days, and Meta repeats for no longer than seven.");
    private static final Fact.Problem CRASHED =
            new Fact.Problem(0, "The outcome of the call is unknown", "The node ended while the call was under way.");

    @Inject
    Ledger ledger;

    @Inject
    Queue queue;

    @Inject
    OpenQueue openQueue;

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
        var open = openQueue.of(node.name());
        var unposted = new ArrayList<OpenQueue.Open>();
        var uncertain = new ArrayList<OpenQueue.Open>();
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
        var open = openQueue.ofLostNodes(node.name(), BATCH);
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
        var open = openQueue.uncertainSince(Lane.AUTHENTICATION, now.minus(patience), now, BATCH);
        if (open.isEmpty()) {
            return;
        }
        var rows = ledger.lock(open.stream().map(OpenQueue.Open::messageId).toList());
        var again = new ArrayList<Queue.Requeue>();
        for (var one : open) {
            var row = rows.get(one.messageId());
            if (row != null && !row.state().isKnownToMeta()) {
                row.learn(new Fact.Retried(now.truncatedTo(ChronoUnit.MILLIS)));
                again.add(new Queue.Requeue(one.messageId(), one.attempt(), now, true, true));
            }
        }
        queue.requeue(again);
        save(rows);
    }

    /** Ends what has been uncertain for so long that Meta can tell nothing of it any more. A delivery would still win. */
    @Transactional
    public void giveUpForgotten() {
        var now = clock.instant();
        var open = openQueue.uncertainSince(now.minus(META_REPEATS), BATCH);
        if (open.isEmpty()) {
            return;
        }
        var ids = open.stream().map(OpenQueue.Open::messageId).toList();
        var rows = ledger.lock(ids);
        for (var row : rows.values()) {
            if (!row.state().isKnownToMeta()) {
                row.learn(new Fact.Refused(now.truncatedTo(ChronoUnit.MILLIS), FORGOTTEN));
            }
        }
        queue.finishUnlessSending(ids);
        save(rows);
    }

    private void settle(List<OpenQueue.Open> unposted, List<OpenQueue.Open> uncertain, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var ids = new ArrayList<UUID>();
        unposted.forEach(one -> ids.add(one.messageId()));
        uncertain.forEach(one -> ids.add(one.messageId()));
        var rows = ledger.lock(ids);
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
        queue.finish(finished);
        queue.requeue(again);
        queue.holdUncertain(held, reason, now);
        save(rows);
    }

    private void save(Map<UUID, MessageRow> rows) {
        ledger.save(rows.values());
        var moves = new ArrayList<Move>();
        for (var row : rows.values()) {
            var move = row.move();
            if (move != null) {
                moves.add(move);
            }
        }
        if (!moves.isEmpty()) {
            moved.fire(new MessagesMoved("settle", moves));
        }
    }
}
