package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.messaging.contacts.ContactBook;
import org.chasqui.messaging.contacts.Identity;
import org.chasqui.messaging.contacts.Person;
import org.chasqui.messaging.conversations.ConversationStore;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.messages.ledger.Beside;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.NewMessage;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.phone.NumberVariants;

/** Writes a batch of accepted messages in one transaction: conversation, row, queue entry, counters. */
@ApplicationScoped
class AcceptWriter {
    @Inject
    ContactBook contacts;

    @Inject
    ConversationStore conversations;

    @Inject
    Ledger ledger;

    @Inject
    Queue queue;

    @Inject
    Event<MessagesMoved> moved;

    /**
     * What became of a draft.
     *
     * @param conversation the one that it belongs to
     * @param windowClosed whether the customer service window kept it out
     * @param optedOut whether the person does not want messages of its category
     */
    record Accepted(ConversationView conversation, boolean windowClosed, boolean optedOut) {
        boolean isRefused() {
            return windowClosed || optedOut;
        }
    }

    @Transactional
    public List<Accepted> write(List<Draft> drafts) {
        var people = contacts.known(drafts.stream().map(AcceptWriter::identity).toList());
        var wanted = drafts.stream().map(draft -> wanted(draft, people)).toList();
        var found = conversations.ofAll(wanted, drafts.get(0).createdAt());
        var accepted = drafts.stream().map(draft -> judge(draft, found, people)).toList();
        var messages = new ArrayList<NewMessage>();
        for (int i = 0; i < drafts.size(); i++) {
            if (!accepted.get(i).isRefused()) {
                messages.add(message(drafts.get(i), accepted.get(i).conversation()));
            }
        }
        if (!messages.isEmpty()) {
            store(messages);
        }
        return accepted;
    }

    private static Identity identity(Draft draft) {
        return new Identity(
                draft.conversation().workspaceId(), draft.conversation().peer());
    }

    /** A conversation may run under the other way to write the number, or under the user id of the same person. */
    private static ConversationStore.Wanted wanted(Draft draft, Map<Identity, Person> people) {
        var key = draft.conversation();
        var person = people.get(identity(draft));
        var aliases = new HashSet<>(NumberVariants.allOf(key.peer()));
        if (person == null) {
            return new ConversationStore.Wanted(key, key.peer(), aliases, null, draft.campaignId() != null);
        }
        aliases.addAll(person.keys());
        return new ConversationStore.Wanted(key, person.peer(), aliases, person.id(), draft.campaignId() != null);
    }

    private static Accepted judge(
            Draft draft, Map<ConversationStore.Key, ConversationView> found, Map<Identity, Person> people) {
        var conversation = found.get(draft.conversation());
        if (conversation == null) {
            throw new IllegalStateException("a conversation that was just written is not there");
        }
        var person = people.get(identity(draft));
        return new Accepted(
                conversation,
                draft.needsWindow() && !conversation.isWindowOpenAt(draft.createdAt()),
                person != null && person.hasOptedOutOf(draft.category()));
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
                draft.expiresAt(),
                beside(draft),
                draft.campaignId());
    }

    /** A reaction of ours shows with the message that it is about, as a person's does. */
    private static Beside beside(Draft draft) {
        var target = draft.type().equals("reaction")
                ? draft.content().path("message_id").asText("")
                : "";
        return target.isEmpty() ? Beside.NOTHING : new Beside(null, null, null, target);
    }

    private static Move move(NewMessage message) {
        return new Move(
                message.id(),
                message.workspaceId(),
                message.numberId(),
                Direction.OUTBOUND,
                message.category(),
                message.template(),
                message.campaignId(),
                message.peer(),
                message.createdAt(),
                null,
                MessageStatus.QUEUED,
                Set.of(),
                Milestones.NONE,
                Milestones.NONE);
    }
}
