package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.messaging.messages.ledger.CampaignQueue;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.messages.ledger.HeldQueue;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * Messages by the thousand, for campaigns. Unlike {@link Messages}, it writes in the caller's transaction, so that a
 * campaign's own note of what it has handed over commits or fails together with the messages.
 */
@ApplicationScoped
public class CampaignMessages {
    @Inject
    Acceptance acceptance;

    @Inject
    AcceptWriter writer;

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
    Event<Handed> handed;

    @Inject
    Event<MessagesQueued> queued;

    @Inject
    Clock clock;

    /** Rung for after the commit. */
    record Handed(Set<Queue.Due> lanes) {}

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
        var drafts = new ArrayList<@Nullable Draft>();
        var given = new ArrayList<Given>();
        for (var command : commands) {
            try {
                var draft = acceptance.draft(command, acceptance.sender(command));
                drafts.add(draft);
                given.add(new Given(draft.id(), null));
            } catch (RequestFailed refusal) {
                drafts.add(null);
                given.add(new Given(null, refusal));
            }
        }
        write(drafts, given);
        return given;
    }

    private void write(List<@Nullable Draft> drafts, List<Given> given) {
        var all = new ArrayList<Draft>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            if (draft != null) {
                all.add(draft);
                places.add(i);
            }
        }
        if (all.isEmpty()) {
            return;
        }
        var lanes = new HashSet<Queue.Due>();
        var written = writer.write(all);
        for (int i = 0; i < all.size(); i++) {
            if (written.get(i).isRefused()) {
                given.set(places.get(i), new Given(null, optedOut()));
            } else {
                lanes.add(new Queue.Due(
                        all.get(i).conversation().numberId(), all.get(i).lane()));
            }
        }
        handed.fire(new Handed(lanes));
    }

    private static RequestFailed optedOut() {
        return new RequestFailed(
                FailureCode.RECIPIENT_OPTED_OUT, "The person does not want messages of this category.");
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) Handed event) {
        queued.fire(new MessagesQueued(event.lanes()));
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

    /** Lets held messages go. */
    @Transactional
    public void release(UUID campaignId, UUID numberId) {
        var lanes = queue.release(campaignId, numberId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        handed.fire(new Handed(
                lanes.stream().map(lane -> new Queue.Due(numberId, lane)).collect(Collectors.toSet())));
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
