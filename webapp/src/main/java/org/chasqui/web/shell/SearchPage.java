package org.chasqui.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.chasqui.messaging.contacts.ContactFilter;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.phone.PhoneNumber;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The search box: leads to a message by our id or WhatsApp's, to the messages with a number, or to people by name. */
@Named
@RequestScoped
public class SearchPage {
    @Inject
    CurrentUser me;

    @Inject
    Messages messages;

    @Inject
    Contacts contacts;

    private @Nullable String query;

    /** Leads on to what was found. */
    public void jump() {
        var text = query == null ? "" : query.strip();
        var found =
                text.isEmpty() ? null : messages.find(me.workspaceId(), text).orElse(null);
        if (found != null) {
            Faces.redirect("console/message.xhtml?id=%s", found.id().toString());
            return;
        }
        var phone = PhoneNumber.parse(text);
        if (phone.isPresent()) {
            Faces.redirect("console/messages.xhtml?to=%s", phone.get().digits());
            return;
        }
        if (!text.isEmpty() && isSomebody(text)) {
            Faces.redirect("console/contacts.xhtml?q=%s", text);
            return;
        }
        if (!text.isEmpty()) {
            Notices.warn(Texts.of("shell").get("search.none", text));
        }
        Faces.redirect("console/messages.xhtml");
    }

    private boolean isSomebody(String text) {
        return !contacts.list(me.workspaceId(), new ContactFilter(text, null, null), 1, null)
                .isEmpty();
    }

    public @Nullable String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = query;
    }
}
