package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * Accepts messages in the caller's transaction, so that what the caller notes of them commits or fails together with them.
 * {@link Messages} has one of its own.
 */
@ApplicationScoped
public class JoinedMessages {
    @Inject
    Acceptance acceptance;

    @Inject
    AcceptWriter writer;

    @Inject
    Event<Handed> handed;

    @Inject
    Event<MessagesQueued> queued;

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
     * Accepts messages; one that is refused does not keep the others out.
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
            var one = written.get(i);
            if (one.isRefused()) {
                given.set(places.get(i), new Given(null, refusal(one)));
            } else {
                lanes.add(new Queue.Due(
                        all.get(i).conversation().numberId(), all.get(i).lane()));
            }
        }
        ringAfterCommit(lanes);
    }

    /** Rings for lanes when the transaction has been committed. */
    void ringAfterCommit(Set<Queue.Due> lanes) {
        handed.fire(new Handed(lanes));
    }

    private static RequestFailed refusal(AcceptWriter.Accepted refused) {
        return refused.optedOut()
                ? new RequestFailed(
                        FailureCode.RECIPIENT_OPTED_OUT, "The person does not want messages of this category.")
                : new RequestFailed(
                        FailureCode.OUTSIDE_SERVICE_WINDOW,
                        "The person has not written in the last 24 hours, so WhatsApp delivers only an approved template.");
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) Handed event) {
        queued.fire(new MessagesQueued(event.lanes()));
    }
}
