package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.contacts.Consent;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.MessageRow;
import org.chasqui.messaging.messages.ledger.Queue;

/** Writes the outcomes of a batch of calls in one transaction: state, queue, attempts, counters. */
@ApplicationScoped
class SettleWriter {
    @Inject
    Ledger ledger;

    @Inject
    Queue queue;

    @Inject
    Attempts attempts;

    @Inject
    Resolutions resolutions;

    @Inject
    OptOuts optOuts;

    @Inject
    Event<MessagesMoved> moved;

    @Inject
    Event<MessagesReachedMeta> reachedMeta;

    @Inject
    Clock clock;

    @Transactional
    public void write(List<Settled> batch) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var plan = new Plan();
        var told = new ArrayList<Settled>();
        for (var settled : batch) {
            if (isPutBackAsItWas(settled)) {
                plan.putBack(settled, now);
            } else {
                told.add(settled);
            }
        }
        var rows = ledger.lock(told.stream().map(s -> s.claim().messageId()).toList());
        for (var settled : told) {
            var row = rows.get(settled.claim().messageId());
            if (row != null) {
                settle(row, settled, now, plan);
            }
        }
        ledger.save(rows.values());
        queue.finish(plan.finished);
        queue.requeue(plan.again);
        queue.holdUncertain(plan.held, "ambiguous", now);
        attempts.insert(batch);
        announce(rows.values().stream().toList(), plan);
        // Last, because it waits for whoever else writes contacts, and must hold nothing up that others wait for.
        resolutions.note(plan.resolved);
        optOuts.note(plan.optedOut);
    }

    /** Before the first call of a message nobody can have told anything of it: its row need not be looked at. */
    private static boolean isPutBackAsItWas(Settled settled) {
        return settled.verdict() instanceof Verdict.Postpone && settled.claim().attempt() == 1;
    }

    private static void settle(MessageRow row, Settled settled, Instant now, Plan plan) {
        var claim = settled.claim();
        var result = settled.result();
        var verdict = settled.verdict();
        if (result == null) {
            settleWithoutCall(row, settled, now, plan);
            return;
        }
        var sendingAt = result.at().truncatedTo(ChronoUnit.MILLIS);
        boolean isLatest = claim.attempt() >= row.attempts();
        row.noteAttempt(claim.attempt(), verdict instanceof Verdict.Done done ? done.waId() : null);
        if (verdict instanceof Verdict.Done done) {
            var acceptedAt = result.at().plus(Duration.ofMillis(result.durationMillis()));
            if (isLatest) {
                row.learn(new Fact.PostedAnew(sendingAt, done.wamid()));
            }
            row.learn(new Fact.Accepted(acceptedAt.truncatedTo(ChronoUnit.MILLIS), sendingAt, done.wamid()));
            plan.finished.add(row.id());
            plan.wamids.add(done.wamid());
            if (done.waId() != null && !done.waId().equals(claim.peer())) {
                plan.resolved.add(new Resolutions.Resolved(row.workspaceId(), claim.peer(), done.waId()));
            }
        } else if (row.state().isKnownToMeta()) {
            // A status was faster than the answer: Meta has the message, whatever the call looked like.
            plan.finished.add(row.id());
        } else if (verdict instanceof Verdict.Fail fail) {
            row.learn(new Fact.Refused(now, fail.problem()));
            plan.finished.add(row.id());
            if (fail.problem().code() == Consent.STOPPED_AT_META) {
                plan.optedOut.add(new OptOuts.Refused(row.workspaceId(), claim.peer(), now));
            }
        } else if (verdict instanceof Verdict.Again again) {
            row.learn(new Fact.Retried(now));
            plan.again.add(new Queue.Requeue(
                    row.id(), claim.attempt(), now.plus(again.after()), again.resend() || claim.resend(), true));
        } else if (verdict instanceof Verdict.Hold hold) {
            row.learn(new Fact.Unclear(now, sendingAt, hold.problem()));
            plan.held.add(new Queue.Attempted(row.id(), claim.attempt()));
        }
    }

    private static void settleWithoutCall(MessageRow row, Settled settled, Instant now, Plan plan) {
        if (settled.verdict() instanceof Verdict.Postpone && !row.state().isKnownToMeta()) {
            plan.putBack(settled, now);
            return;
        }
        plan.finished.add(row.id());
        if (row.state().isKnownToMeta()) {
            // A status of an earlier call has come meanwhile: Meta has the message.
            return;
        }
        row.learn(
                settled.verdict() instanceof Verdict.Fail fail
                        ? new Fact.Refused(now, fail.problem())
                        : new Fact.Expired(now));
    }

    private void announce(List<MessageRow> rows, Plan plan) {
        var moves = new ArrayList<Move>();
        for (var row : rows) {
            var move = row.move();
            if (move != null) {
                moves.add(move);
            }
        }
        if (!moves.isEmpty()) {
            moved.fire(new MessagesMoved("settle", moves));
        }
        if (!plan.wamids.isEmpty()) {
            reachedMeta.fire(new MessagesReachedMeta(plan.wamids));
        }
    }

    /** What happens to the queue. */
    private static final class Plan {
        private final List<UUID> finished = new ArrayList<>();
        private final List<Queue.Requeue> again = new ArrayList<>();
        private final List<Queue.Attempted> held = new ArrayList<>();
        private final List<String> wamids = new ArrayList<>();
        private final List<Resolutions.Resolved> resolved = new ArrayList<>();
        private final List<OptOuts.Refused> optedOut = new ArrayList<>();

        private void putBack(Settled settled, Instant now) {
            if (settled.verdict() instanceof Verdict.Postpone postpone) {
                var claim = settled.claim();
                again.add(new Queue.Requeue(
                        claim.messageId(), claim.attempt(), now.plus(postpone.by()), claim.resend(), false));
            }
        }
    }
}
