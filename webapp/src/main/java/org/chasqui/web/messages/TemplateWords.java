package org.chasqui.web.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** What people read in the templates that were sent: the words are the account's, the values are the message's. */
@RequestScoped
public class TemplateWords {
    @Inject
    CurrentUser me;

    @Inject
    Shell shell;

    @Inject
    Templates templates;

    private @Nullable Map<Key, TemplateView> known;

    /** Two accounts may have templates of one name. */
    private record Key(UUID accountId, String name, String language) {}

    /** The words that a message put in front of the person; null for other types, and when we do not have them. */
    public @Nullable TemplateText of(MessageView message) {
        if (!message.type().equals("template")) {
            return null;
        }
        var content = message.content();
        var template = shell.number(message.numberId())
                .map(number -> known().get(new Key(
                        number.accountId(),
                        content.path("name").asText(),
                        content.path("language").path("code").asText())))
                .orElse(null);
        return template == null ? null : TemplateText.sent(template, content);
    }

    private Map<Key, TemplateView> known() {
        var all = known;
        if (all == null) {
            all = new HashMap<>();
            for (var template : templates.list(me.workspaceId())) {
                all.merge(
                        new Key(template.accountId(), template.name(), template.language()),
                        template,
                        (one, other) -> one.deletedAt() == null ? one : other);
            }
            known = all;
        }
        return all;
    }
}
