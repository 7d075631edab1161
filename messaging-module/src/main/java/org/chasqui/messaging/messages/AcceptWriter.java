package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.messaging.conversations.ConversationStore;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.NewMessage;
import org.chasqui.messaging.messages.ledger.Queue;

/** Writes a batch of accepted messages in one transaction: conversation, row, queue entry, counters. */
@ApplicationScoped
class AcceptWriter {
    @Inject
    ConversationStore conversations;

    @Inject
    Ledger ledger;

    @Inject
    Queue queue;

    @Inject
    Event<MessagesMoved> moved;

    /** What became of a draft: the conversation that it belongs to, and whether the window kept it out. */
    record Accepted(ConversationView conversation, boolean windowClosed) {}

    @Transactional
    public List<Accepted> write(List<Draft> drafts) {
        var keys = drafts.stream().map(Draft::conversation).toList();
        var found = conversations.ofAll(keys, drafts.get(0).createdAt());
        var accepted = drafts.stream().map(draft -> judge(draft, found)).toList();
        var messages = new ArrayList<NewMessage>();
        for (int i = 0; i < drafts.size(); i++) {
            if (!accepted.get(i).windowClosed()) {
                messages.add(message(drafts.get(i), accepted.get(i).conversation()));
            }
        }
        if (!messages.isEmpty()) {
            store(messages);
        }
        return accepted;
    }

    private static Accepted judge(Draft draft, Map<ConversationStore.Key, ConversationView> found) {
        var conversation = found.get(draft.conversation());
        if (conversation == null) {
            throw new IllegalStateException("a conversation that was just written is not there");
        }
        return new Accepted(conversation, draft.needsWindow() && !conversation.isWindowOpenAt(draft.createdAt()));
    }

    private void store(List<NewMessage> messages) {
        var written = ledger.insert(messages);
        // What is there already was written by an earlier run of the same request: nothing is queued twice.
        var fresh = messages.stream()
                .filter(message -> written.contains(message.id()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        queue.enqueue(fresh);
        moved.fire(new MessagesMoved(
                "accept", fresh.stream().map(AcceptWriter::move).toList()));
    }

    private static NewMessage message(Draft draft, ConversationView conversation) {
        return new NewMessage(
                draft.id(),
                conversation.workspaceId(),
                conversation.numberId(),
                draft.phoneNumberId(),
                conversation.id(),
                Direction.OUTBOUND,
                conversation.peer(),
                draft.type(),
                draft.content().toString(),
                draft.replyTo(),
                draft.template(),
                draft.category(),
                draft.lane(),
                null,
                draft.createdAt(),
                draft.expiresAt());
    }

    private static Move move(NewMessage message) {
        return new Move(
                message.id(),
                message.workspaceId(),
                message.numberId(),
                Direction.OUTBOUND,
                message.category(),
                message.template(),
                message.createdAt(),
                null,
                MessageStatus.QUEUED,
                Set.of());
    }
}
