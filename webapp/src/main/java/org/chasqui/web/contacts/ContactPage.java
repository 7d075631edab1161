package org.chasqui.web.contacts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.messaging.contacts.Consent;
import org.chasqui.messaging.contacts.ContactData;
import org.chasqui.messaging.contacts.ContactInput;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.conversations.ConversationFilter;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** One person: what the workspace keeps, what the person said about being written to. */
@Named
@RequestScoped
public class ContactPage {
    private static final Texts TEXTS = Texts.of("contacts");
    private static final List<String> FIELDS = List.of("name", "language", "tags", "attributes");
    private static final int CONVERSATIONS = 10;

    @Inject
    CurrentUser me;

    @Inject
    ContactAddress address;

    @Inject
    Contacts contacts;

    @Inject
    Conversations conversations;

    private @Nullable ContactView contact;
    private boolean submitted;
    private @Nullable String name;
    private @Nullable String language;
    private @Nullable String tags;
    private @Nullable String attributes;

    /** Answers 404 when there is no such person. */
    public void load() throws IOException {
        if (find() == null) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        }
    }

    private @Nullable ContactView find() {
        var id = address.getId();
        if (contact == null && id != null) {
            contact = contacts.find(me.workspaceId(), id).orElse(null);
        }
        return contact;
    }

    private ContactView known() {
        return Objects.requireNonNull(find(), "there is no such contact");
    }

    public PersonRow getRow() {
        return new PersonRow(known());
    }

    /** In full for those who may write to the person. */
    public String getPhone() {
        var phone = known().phone();
        return phone == null ? "–" : me.isMaySend() ? "+" + phone : Formats.mask(phone);
    }

    public String getUserId() {
        var id = known().userId();
        return id == null ? "–" : me.isMaySend() ? id : Formats.mask(id);
    }

    public String getUsername() {
        return known().username() == null ? "–" : "@" + known().username();
    }

    public String getProfileName() {
        return Objects.requireNonNullElse(known().profileName(), "–");
    }

    public ContactView getView() {
        return known();
    }

    public List<Consent> getConsents() {
        return known().consents();
    }

    /** In words. */
    public String consentText(Consent consent) {
        return TEXTS.get(
                consent.optedOut() ? "said.out" : "said.in",
                TEXTS.getOr("category." + consent.category(), consent.category()));
    }

    public String sourceText(Consent consent) {
        return TEXTS.getOr("source." + consent.source(), consent.source());
    }

    public boolean isOptedOut() {
        return known().consents().stream().anyMatch(Consent::optedOut);
    }

    public List<ConversationView> getConversations() {
        return conversations.list(me.workspaceId(), ConversationFilter.ofContact(known().id()), CONVERSATIONS, null);
    }

    /** Keeps what was written. */
    public @Nullable String save() {
        me.demand(Permission.SEND);
        try {
            var id = UUID.fromString(String.valueOf(address.getId()));
            var before = contacts.find(me.workspaceId(), id.toString())
                    .orElseThrow(() -> RequestFailed.notFound("contact", id.toString()));
            var all = new HashMap<String, @Nullable Object>(TagText.attributes(attributes));
            for (var entry : before.attributes().properties()) {
                // A number or a truth value that was not touched stays one; what was taken out goes.
                if (!all.containsKey(entry.getKey())) {
                    all.put(entry.getKey(), null);
                } else if (entry.getValue().asText().equals(all.get(entry.getKey()))) {
                    all.remove(entry.getKey());
                }
            }
            contacts.change(
                    me.workspaceId(),
                    id,
                    ContactInput.checked(new ContactData(null, null, null, name, language, all, TagText.parse(tags))));
            return done(TEXTS.get("saved"));
        } catch (RequestFailed refused) {
            Notices.refuse("profile", FIELDS, refused);
            return null;
        }
    }

    /** The person does not want messages of a category. */
    public @Nullable String optOut(String category) {
        me.demand(Permission.SEND);
        var id = UUID.fromString(String.valueOf(address.getId()));
        contacts.optOut(me.workspaceId(), id, category, "dashboard", null);
        return done(TEXTS.get("optedOut"));
    }

    /** The person wants messages again. */
    public @Nullable String optIn() {
        me.demand(Permission.SEND);
        var id = UUID.fromString(String.valueOf(address.getId()));
        contacts.optIn(me.workspaceId(), id, null, "dashboard", null);
        return done(TEXTS.get("optedIn"));
    }

    private String done(String what) {
        Notices.done(what);
        return "/console/contact.xhtml?faces-redirect=true&id=" + address.getId();
    }

    private String attributeLines() {
        return known().attributes().properties().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue().asText())
                .collect(Collectors.joining("\n"));
    }

    public @Nullable String getName() {
        return submitted ? name : known().name();
    }

    public void setName(@Nullable String name) {
        this.name = name;
        submitted = true;
    }

    public @Nullable String getLanguage() {
        return submitted ? language : known().language();
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
        submitted = true;
    }

    public @Nullable String getTags() {
        return submitted ? tags : String.join(", ", known().tags());
    }

    public void setTags(@Nullable String tags) {
        this.tags = tags;
        submitted = true;
    }

    public @Nullable String getAttributes() {
        return submitted ? attributes : attributeLines();
    }

    public void setAttributes(@Nullable String attributes) {
        this.attributes = attributes;
        submitted = true;
    }
}
