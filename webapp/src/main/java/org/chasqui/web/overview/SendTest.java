package org.chasqui.web.overview;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.phone.PhoneNumber;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Sends one template to one number, the same way as the API does, and leads to the message. */
@Named
@RequestScoped
public class SendTest {
    private static final String LANGUAGE = "en_US";

    @Inject
    CurrentUser me;

    @Inject
    Shell shell;

    @Inject
    Messages messages;

    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String name;

    /** Sends, and leads to the message; stays with a notice when it is refused. */
    public @Nullable String send() {
        me.demand(Permission.SEND);
        var number = from == null && !shell.getNumbers().isEmpty()
                ? shell.getNumbers().get(0).getId()
                : from;
        var recipient = to == null ? null : PhoneNumber.parse(to).orElse(null);
        if (number == null || recipient == null) {
            return refuse(Texts.of("overview").get(number == null ? "send.noNumber" : "send.badPhone"));
        }
        try {
            var sent = messages.send(
                    new SendMessage(me.workspaceId(), number, recipient.e164(), "template", content(), null, null));
            return "/console/message.xhtml?faces-redirect=true&id=" + sent.id();
        } catch (RequestFailed refused) {
            return refuse(String.valueOf(refused.getMessage()));
        }
    }

    private ObjectNode content() {
        var content = JsonNodeFactory.instance.objectNode();
        content.put("name", getTemplate());
        content.putObject("language").put("code", LANGUAGE);
        if (shell.isSandbox()) {
            var body = content.putArray("components").addObject().put("type", "body");
            var given = name == null || name.isBlank() ? me.getName() : name.strip();
            body.putArray("parameters").addObject().put("type", "text").put("text", given);
        }
        return content;
    }

    private static @Nullable String refuse(String why) {
        Notices.refuse("sendTest:to", why);
        return null;
    }

    /** The sandbox's first template; at Meta the sample that every new account is given. */
    public String getTemplate() {
        return shell.isSandbox() ? "hello_chasqui" : "hello_world";
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }
}
