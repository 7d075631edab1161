package org.chasqui.web.contacts;

import java.time.Instant;
import java.util.List;
import org.chasqui.messaging.contacts.Consent;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.web.inbox.Who;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A person in the table. Phone numbers are masked. */
public final class PersonRow {
    private static final Texts TEXTS = Texts.of("contacts");
    private static final int SHOWN_TAGS = 4;

    private final ContactView contact;

    PersonRow(ContactView contact) {
        this.contact = contact;
    }

    public String getId() {
        return contact.id().toString();
    }

    public String getName() {
        var name = contact.displayName();
        return name == null || name.isBlank() ? getKey() : name;
    }

    public String getInitials() {
        return Who.initials(getName());
    }

    public String getTint() {
        return Who.tint(contact.phone() == null ? getId() : contact.phone());
    }

    /** The number, masked; else the user id or user name. */
    public String getKey() {
        if (contact.phone() != null) {
            return Formats.mask(contact.phone());
        }
        return contact.userId() != null
                ? Formats.mask(contact.userId())
                : contact.username() == null ? TEXTS.get("unknown") : "@" + contact.username();
    }

    public @Nullable String getUsername() {
        return contact.username() == null || contact.phone() == null && contact.userId() == null
                ? null
                : "@" + contact.username();
    }

    public List<String> getTags() {
        return contact.tags().stream().limit(SHOWN_TAGS).toList();
    }

    public int getMoreTags() {
        return Math.max(0, contact.tags().size() - SHOWN_TAGS);
    }

    /** in, out, or unasked: what the person said last about marketing, or about everything. */
    public String getConsent() {
        if (contact.consents().stream().anyMatch(Consent::optedOut)) {
            return "out";
        }
        return contact.consents().isEmpty() ? "unasked" : "in";
    }

    public String getConsentText() {
        return TEXTS.getOr("consent." + getConsent(), getConsent());
    }

    public String getConsentColour() {
        return switch (getConsent()) {
            case "out" -> "red";
            case "in" -> "green";
            default -> "plain";
        };
    }

    public String getLanguage() {
        return contact.language() == null ? "–" : contact.language();
    }

    public Instant getUpdatedAt() {
        return contact.updatedAt();
    }
}
