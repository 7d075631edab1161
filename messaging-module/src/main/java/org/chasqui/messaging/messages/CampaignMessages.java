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
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.messaging.messages.ledger.CampaignQueue;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.messages.ledger.HeldQueue;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * Messages by the thousand, for campaigns. Unlike {@link Messages}, it writes in the caller's transaction, so that a
 * campaign's own note of what it has handed over commits or fails together with the messages.
 */
@ApplicationScoped
public class CampaignMessages {
    @Inject
    JoinedMessages joined;

    @Inject
    Ledger ledger;

    @Inject
    CampaignQueue queue;

    @Inject
    HeldQueue held;

    @Inject
    MessageReader reader;

    @Inject
    Event<MessagesMoved> moved;

    @Inject
    Clock clock;

    /**
     * What became of one message.
     *
     * @param messageId the id of the message; null when it was refused
     * @param refusal why it was refused; null when it was accepted
     */
    public record Given(@Nullable UUID messageId, @Nullable RequestFailed refusal) {}

    /**
     * Accepts messages in the caller's transaction; one that is refused does not keep the others out.
     *
     * @return what became of each, in their order
     * @throws jakarta.transaction.TransactionalException when there is no transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Given> accept(List<SendMessage> commands) {
        return joined.accept(commands).stream()
                .map(one -> new Given(one.messageId(), one.refusal()))
                .toList();
    }

    /**
     * Keeps what waits in the queue; calls that are under way end by themselves.
     *
     * @param why a sentence for whoever looks at such a message
     */
    @Transactional
    public int hold(UUID campaignId, UUID numberId, String why) {
        return queue.hold(campaignId, numberId, why);
    }

    /**
     * Lets held messages go, the first of them, one batch; the queue is rung with the commit.
     *
     * @return how many; fewer than the limit when none is held any more
     */
    @Transactional
    public int release(UUID campaignId, UUID numberId, int limit) {
        var released = queue.release(campaignId, numberId, clock.instant().truncatedTo(ChronoUnit.MILLIS), limit);
        joined.ringAfterCommit(released.lanes().stream()
                .map(lane -> new Queue.Due(numberId, lane))
                .collect(Collectors.toSet()));
        return released.messages();
    }

    /**
     * Withdraws messages that nobody has claimed yet, one batch.
     *
     * @return how many were looked at; 0 when none waits
     */
    @Transactional
    public int cancel(UUID campaignId, UUID numberId, int limit) {
        var ids = queue.waiting(campaignId, numberId, limit);
        // Messages before queue entries, as everywhere: two writers cannot wait for each other.
        var rows = ledger.lock(ids);
        rows.keySet().retainAll(held.withdraw(ids));
        var moves = new ArrayList<Move>();
        for (var row : rows.values()) {
            row.learn(new Fact.Cancelled(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            var move = row.move();
            if (move != null) {
                moves.add(move);
            }
        }
        ledger.save(rows.values());
        if (!moves.isEmpty()) {
            moved.fire(new MessagesMoved("accept", moves));
        }
        return ids.size();
    }

    /** How many messages of a campaign are being posted to Meta just now. */
    @Transactional
    public int sending(UUID campaignId, UUID numberId) {
        return queue.claimed(campaignId, numberId);
    }

    /**
     * How many people have got a template from these numbers since a time, as far as Meta counts them: each once.
     *
     * @param numberIds our ids of the numbers of one portfolio
     */
    @Transactional
    public long reached(UUID workspaceId, Collection<UUID> numberIds, Instant since) {
        return reader.reached(workspaceId, numberIds, since);
    }
}
