package org.chasqui.web.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import java.util.function.Consumer;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;

/** What a person can do with the message that the page shows. */
@Named
@RequestScoped
public class MessageDeeds {
    private static final Texts TEXTS = Texts.of("messages");

    @Inject
    CurrentUser me;

    @Inject
    MessageAddress address;

    @Inject
    Messages messages;

    /** Takes a message back that is still queued. */
    public String cancel() {
        return decide(id -> messages.cancel(me.workspaceId(), id), TEXTS.get("cancel.done"));
    }

    /** Sends a message again whose outcome stayed unknown: the person has read what that may do. */
    public String resend() {
        return decide(id -> messages.resend(me.workspaceId(), id), TEXTS.get("resend.done"));
    }

    /** Ends a message as failed whose outcome stayed unknown. */
    public String giveUp() {
        var reason = TEXTS.get("giveUp.reason", me.getName());
        return decide(id -> messages.giveUp(me.workspaceId(), id, reason), TEXTS.get("giveUp.done"));
    }

    /** Does it, and leads to the page as it is then, which says what came of it. */
    private String decide(Consumer<UUID> deed, String done) {
        me.demand(Permission.SEND);
        var given = String.valueOf(address.getId());
        var id = messages.find(me.workspaceId(), given)
                .orElseThrow(() -> RequestFailed.notFound("message", given))
                .id();
        try {
            deed.accept(id);
            Notices.done(done);
        } catch (RequestFailed refused) {
            Notices.warn(String.valueOf(refused.getMessage()));
        }
        return "/console/message.xhtml?faces-redirect=true&id=" + id;
    }
}
