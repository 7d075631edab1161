package org.chasqui.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chasqui.messaging.bots.BotDrafts;
import org.chasqui.messaging.bots.Draft;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.jspecify.annotations.Nullable;

/** What an AI would have answered in the chosen conversation, for a person to take over or to throw away. */
@Named
@RequestScoped
public class DraftBox {
    @Inject
    CurrentUser me;

    @Inject
    InboxPage inbox;

    @Inject
    BotDrafts drafts;

    private @Nullable Optional<Draft> known;

    private Optional<Draft> draft() {
        var draft = known;
        if (draft == null) {
            var chosen = inbox.chosen();
            draft = chosen == null || !me.isMaySend()
                    ? Optional.empty()
                    : drafts.of(me.workspaceId(), chosen.id())
                            .filter(one -> !words(one).isEmpty());
            known = draft;
        }
        return draft;
    }

    /** Throws it away. */
    public void discard() {
        me.demand(Permission.SEND);
        var chosen = inbox.chosen();
        if (chosen != null) {
            drafts.discard(me.workspaceId(), chosen.id());
            known = Optional.empty();
        }
    }

    public boolean isShown() {
        return draft().isPresent();
    }

    /** Names the draft, so that the page remembers which one was taken over; empty when there is none. */
    public String getId() {
        return draft().map(one -> one.decisionId().toString()).orElse("");
    }

    public String getText() {
        return draft().map(DraftBox::words).orElse("");
    }

    public @Nullable Instant getAt() {
        return draft().map(Draft::createdAt).orElse(null);
    }

    private static String words(Draft draft) {
        return draft.replies().stream()
                .map(reply -> reply.content().path("body").asText())
                .filter(body -> !body.isBlank())
                .collect(Collectors.joining("\n\n"));
    }
}
