package org.chasqui.web.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.messaging.contacts.Consent;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** What we know of the person beside the thread. */
public final class PersonCard {
    private static final Texts TEXTS = Texts.of("inbox");

    private final ConversationView conversation;
    private final @Nullable ContactView contact;
    private final boolean full;

    /** @param full whether the number may be seen */
    PersonCard(ConversationView conversation, @Nullable ContactView contact, boolean full) {
        this.conversation = conversation;
        this.contact = contact;
        this.full = full;
    }

    public String getName() {
        return Who.name(conversation, contact, full);
    }

    public String getInitials() {
        return Who.initials(getName());
    }

    /** Under the name: the number or id, unless that is the name already; empty then. */
    public String getSecond() {
        return getPeer().equals(getName()) ? "" : getPeer();
    }

    public String getTint() {
        return Who.tint(conversation.peer());
    }

    public String getPeer() {
        return Who.number(conversation.peer(), full);
    }

    /** For the address of the table of messages. */
    public String getPeerQuery() {
        return conversation.peer();
    }

    public @Nullable String getContactId() {
        return contact == null ? null : contact.id().toString();
    }

    public @Nullable String getUsername() {
        return contact == null || contact.username() == null ? null : "@" + contact.username();
    }

    public List<String> getTags() {
        return contact == null ? List.of() : contact.tags();
    }

    public boolean isOptedOut() {
        return contact != null && contact.consents().stream().anyMatch(Consent::optedOut);
    }

    /** What the person said about messages of each category. */
    public List<Said> getConsents() {
        return contact == null
                ? List.of()
                : contact.consents().stream().map(Said::new).toList();
    }

    /** What is known beside name and tags. */
    public List<Map.Entry<String, String>> getFacts() {
        var facts = new ArrayList<Map.Entry<String, String>>();
        if (contact == null) {
            return facts;
        }
        add(facts, "fact.profileName", contact.name() == null ? null : contact.profileName());
        add(facts, "fact.phone", contact.phone() == null ? null : Who.number(contact.phone(), full));
        add(facts, "fact.userId", contact.userId() == null ? null : Who.number(contact.userId(), full));
        add(facts, "fact.language", contact.language());
        contact.attributes()
                .properties()
                .forEach(entry ->
                        facts.add(Map.entry(entry.getKey(), entry.getValue().asText())));
        return facts;
    }

    private static void add(List<Map.Entry<String, String>> facts, String title, @Nullable String value) {
        if (value != null) {
            facts.add(Map.entry(TEXTS.getOr(title, title), value));
        }
    }

    /** A consent in words. */
    public static final class Said {
        private final Consent consent;

        Said(Consent consent) {
            this.consent = consent;
        }

        public boolean isOptedOut() {
            return consent.optedOut();
        }

        public String getText() {
            var category = TEXTS.getOr("consent.of." + consent.category(), consent.category());
            return TEXTS.get(consent.optedOut() ? "consent.out" : "consent.in", category);
        }

        public String getSource() {
            return TEXTS.getOr("consent.source." + consent.source(), consent.source());
        }

        public Instant getAt() {
            return consent.at();
        }
    }
}
