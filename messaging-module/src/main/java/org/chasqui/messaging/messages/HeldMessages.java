package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.MessageRow;
import org.chasqui.messaging.messages.ledger.OpenQueue;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides about a message whose outcome is unknown. Only a person may, for utility and marketing: a second
 * copy is worse than none, unless somebody who knows says otherwise.
 */
@ApplicationScoped
class HeldMessages {
    private static final String GIVEN_UP = "Given up: the outcome of the call stayed unknown";

    @Inject
    Ledger ledger;

    @Inject
    Queue queue;

    @Inject
    OpenQueue openQueue;

    @Inject
    Event<MessagesMoved> moved;

    @Inject
    Clock clock;

    /**
     * Puts an uncertain message back into the queue; its next call is recorded as a resend.
     *
     * @return the lane that has something to send now
     */
    @Transactional
    public Queue.Due resend(MessageView view) {
        var row = lockUncertain(view);
        var open = openQueue.held(view.id()).orElseThrow(() -> notHeld(view.status()));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (open.expiresAt() != null && !now.isBefore(open.expiresAt())) {
            throw new RequestFailed(
                    FailureCode.CONFLICT,
                    "The message was worth sending until " + open.expiresAt()
                            + " only. Give it up, and send a new one if it still matters.");
        }
        row.learn(new Fact.Retried(now));
        queue.requeue(List.of(new Queue.Requeue(view.id(), open.attempt(), now, true, true)));
        save(row);
        return new Queue.Due(open.numberId(), open.lane());
    }

    /**
     * Ends an uncertain message as failed. What Meta tells of it later still counts: a delivery wins.
     *
     * @param reason in the words of whoever decides; null for none
     */
    @Transactional
    public void giveUp(MessageView view, @Nullable String reason) {
        var row = lockUncertain(view);
        openQueue.held(view.id()).orElseThrow(() -> notHeld(view.status()));
        row.learn(new Fact.Refused(
                clock.instant().truncatedTo(ChronoUnit.MILLIS), new Fact.Problem(0, GIVEN_UP, reason)));
        queue.finish(List.of(view.id()));
        save(row);
    }

    private MessageRow lockUncertain(MessageView view) {
        var row = ledger.lock(Set.of(view.id())).get(view.id());
        if (row == null) {
            throw notHeld(view.status());
        }
        if (row.state().status() != MessageStatus.UNCERTAIN) {
            throw notHeld(row.state().status());
        }
        return row;
    }

    private static RequestFailed notHeld(MessageStatus status) {
        return new RequestFailed(
                FailureCode.CONFLICT,
                "The message is " + status.wireName() + "; this is for messages whose outcome is uncertain.");
    }

    private void save(MessageRow row) {
        ledger.save(List.of(row));
        var move = row.move();
        if (move != null) {
            moved.fire(new MessagesMoved("accept", List.of(move)));
        }
    }
}
