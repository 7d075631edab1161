package org.chasqui.messaging.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.contacts.Consent;
import org.chasqui.messaging.contacts.Consents;
import org.chasqui.messaging.contacts.ContactBook;
import org.chasqui.messaging.contacts.Keywords;
import org.chasqui.messaging.contacts.Met;
import org.chasqui.messaging.contacts.Person;
import org.chasqui.messaging.conversations.ConversationStore;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.ServiceWindow;
import org.chasqui.messaging.conversations.Written;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.NewMessage;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.phone.NumberVariants;

/**
 * Takes in what people wrote, and what was written to them in the Business app: who they are, their conversation, the
 * message, and what it means for being written to. A whole batch at a time, in the transaction of the merge.
 */
@ApplicationScoped
class Reception {
    private static final String SERVICE = "service";

    @Inject
    ContactBook contacts;

    @Inject
    Consents consents;

    @Inject
    Keywords keywords;

    @Inject
    ConversationStore conversations;

    @Inject
    Ledger ledger;

    @Inject
    Ids ids;

    @Inject
    Replies replies;

    @Inject
    Clock clock;

    /** A message to one of our numbers, or from it. */
    record Received(SenderNumber number, InboundMessage message) {
        Met met() {
            var met = message.who().met(number.workspaceId());
            return message.identityHash().isEmpty() ? met : met.withIdentityHash(message.identityHash());
        }

        ConversationStore.Key key() {
            return new ConversationStore.Key(
                    number.workspaceId(), number.id(), message.who().peer());
        }
    }

    /** A word on being written to, told to WhatsApp. */
    record Preferred(SenderNumber number, Preference preference) {
        Met met() {
            return preference.who().met(number.workspaceId());
        }
    }

    /** One that is about to be written, with everything that belongs to it. */
    private record Entry(Received received, Person person, ConversationView conversation, NewMessage message) {}

    /**
     * Takes in messages that are new; what Meta repeats changes nothing.
     *
     * @return what was written, and which messages of ours have an answer now
     */
    List<Move> receive(List<Received> all) {
        var received = unknown(all);
        if (received.isEmpty()) {
            return List.of();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var entries = entries(received, now);
        var written = ledger.insert(entries.stream().map(Entry::message).toList());
        var fresh = entries.stream()
                .filter(entry -> written.contains(entry.message().id()))
                .toList();
        conversations.noteWritten(fresh.stream()
                .filter(entry -> !entry.received().message().isEcho())
                .map(Reception::written)
                .toList());
        noteWords(fresh);
        noteChanges(fresh);
        var moves = new ArrayList<>(fresh.stream().map(Reception::move).toList());
        moves.addAll(replies.note(fresh.stream().map(Entry::message).toList()));
        return moves;
    }

    /** Keeps what people told WhatsApp about being written to. */
    void prefer(List<Preferred> preferred) {
        if (preferred.isEmpty()) {
            return;
        }
        var people =
                contacts.meet(preferred.stream().map(Preferred::met).distinct().toList());
        var said = new ArrayList<Consent>();
        for (var one : preferred) {
            var person = people.get(one.met());
            if (person != null) {
                var preference = one.preference();
                said.add(new Consent(
                        person.id(),
                        preference.category(),
                        preference.optsOut(),
                        "meta",
                        preference.detail(),
                        preference.at()));
            }
        }
        consents.record(said);
    }

    /** Somebody whom a status shows with number and user id. */
    record Shown(SenderNumber number, Writer who) {}

    /** Keeps which user id belongs to which number, before anybody writes under the user id alone. */
    void learn(List<Shown> shown) {
        if (!shown.isEmpty()) {
            contacts.meet(shown.stream()
                    .map(one -> one.who().met(one.number().workspaceId()))
                    .distinct()
                    .toList());
        }
    }

    private List<Received> unknown(List<Received> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        var byWamid = new LinkedHashMap<String, Received>();
        all.forEach(one -> byWamid.putIfAbsent(one.message().wamid(), one));
        ledger.idsOf(byWamid.keySet()).keySet().forEach(byWamid::remove);
        return List.copyOf(byWamid.values());
    }

    private List<Entry> entries(List<Received> received, Instant now) {
        var people =
                contacts.meet(received.stream().map(Received::met).distinct().toList());
        var wanted = new ArrayList<ConversationStore.Wanted>();
        for (var one : received) {
            var person = people.get(one.met());
            if (person != null) {
                wanted.add(wanted(one, person));
            }
        }
        var found = conversations.ofAllAsMetaSays(wanted, now);
        var entries = new ArrayList<Entry>();
        for (var one : received) {
            var person = people.get(one.met());
            var conversation = found.get(one.key());
            if (person == null || conversation == null) {
                throw new IllegalStateException("a person or a conversation that was just written is not there");
            }
            entries.add(new Entry(one, person, conversation, message(one, conversation)));
        }
        return entries;
    }

    private static ConversationStore.Wanted wanted(Received one, Person person) {
        var aliases = new HashSet<>(person.keys());
        var phone = one.message().who().phone();
        if (phone != null) {
            aliases.addAll(NumberVariants.allOf(phone));
        }
        return new ConversationStore.Wanted(one.key(), person.peer(), aliases, person.id());
    }

    private NewMessage message(Received one, ConversationView conversation) {
        var number = one.number();
        var message = one.message();
        return new NewMessage(
                ids.next(),
                number.workspaceId(),
                number.id(),
                number.phoneNumberId(),
                conversation.id(),
                message.isEcho() ? Direction.OUTBOUND : Direction.INBOUND,
                conversation.peer(),
                message.type(),
                message.content(),
                null,
                null,
                SERVICE,
                Lane.UTILITY,
                message.wamid(),
                message.at().truncatedTo(ChronoUnit.MILLIS),
                null,
                message.beside());
    }

    private static Written written(Entry entry) {
        var message = entry.received().message();
        return new Written(
                entry.conversation().id(),
                message.who().name(),
                message.at(),
                ServiceWindow.isOpenedBy(message.type()) ? ServiceWindow.endOf(message.at()) : null);
    }

    /** STOP and its like. A word that starts again ends every opt-out of the person's own. */
    private void noteWords(List<Entry> fresh) {
        var said = new ArrayList<Consent>();
        for (var entry : fresh) {
            var message = entry.received().message();
            var words = message.isEcho() ? "" : message.saying();
            if (words.isEmpty()) {
                continue;
            }
            var id = entry.person().id();
            var detail = Clean.text(words.strip());
            keywords.of(entry.received().number().workspaceId()).optsOut(words).ifPresent(out -> {
                said.add(new Consent(id, Consent.MARKETING, out, "keyword", detail, message.at()));
                if (!out) {
                    said.add(new Consent(id, Consent.ALL, false, "keyword", detail, message.at()));
                }
            });
        }
        consents.record(said);
    }

    /** Numbers and user ids that have changed: the person and his conversations go on under the new ones. */
    private void noteChanges(List<Entry> fresh) {
        var changes = new ArrayList<ContactBook.Change>();
        var renamed = new HashMap<UUID, Map<String, String>>();
        for (var entry : fresh) {
            var workspace = entry.received().number().workspaceId();
            entry.received().message().change(workspace).ifPresent(change -> {
                changes.add(change);
                var names = renamed.computeIfAbsent(workspace, id -> new HashMap<>());
                var next = change.phone() == null ? change.userId() : change.phone();
                if (next != null && Met.isNumber(next) == Met.isNumber(change.before())) {
                    NumberVariants.allOf(change.before()).forEach(old -> names.put(old, next));
                }
            });
        }
        if (!changes.isEmpty()) {
            contacts.change(changes);
            renamed.forEach(conversations::rename);
        }
    }

    private static Move move(Entry entry) {
        var message = entry.message();
        boolean echo = entry.received().message().isEcho();
        return new Move(
                message.id(),
                message.workspaceId(),
                message.numberId(),
                message.direction(),
                message.category(),
                null,
                null,
                message.peer(),
                message.createdAt(),
                null,
                echo ? MessageStatus.SENT : MessageStatus.RECEIVED,
                echo ? Set.of(MessageStatus.SENT) : Set.of(),
                Milestones.NONE,
                echo ? Milestones.sentAt(message.createdAt()) : Milestones.NONE);
    }
}
