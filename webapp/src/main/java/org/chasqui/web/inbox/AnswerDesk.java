package org.chasqui.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.messaging.bots.Handling;
import org.chasqui.messaging.bots.Handovers;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Who answers in the chosen conversation: the bot of its number or a person, and how it goes from one to the other. */
@Named
@RequestScoped
public class AnswerDesk {
    private static final Texts TEXTS = Texts.of("inbox");

    @Inject
    CurrentUser me;

    @Inject
    InboxPage inbox;

    @Inject
    Handovers handovers;

    @Inject
    Bots bots;

    @Inject
    Formats formats;

    private @Nullable Optional<Handling> handling;
    private @Nullable Optional<BotView> bot;

    private @Nullable Handling handling() {
        var known = handling;
        if (known == null) {
            var chosen = inbox.chosen();
            known = chosen == null
                    ? Optional.empty()
                    : Optional.ofNullable(handovers.of(List.of(chosen)).get(chosen.id()));
            handling = known;
        }
        return known.orElse(null);
    }

    private @Nullable BotView bot() {
        var known = bot;
        if (known == null) {
            var now = handling();
            known = now == null || now.botId() == null ? Optional.empty() : bots.find(me.workspaceId(), now.botId());
            bot = known;
        }
        return known.orElse(null);
    }

    /** Whether there is anything to say: a bot answers on the number, or a person has the conversation. */
    public boolean isShown() {
        var now = handling();
        return now != null && (bot() != null || now.by() == Handling.By.PERSON);
    }

    private Handling required() {
        return Objects.requireNonNull(handling(), "no conversation is chosen");
    }

    /** bot, person or nobody. */
    public String getBy() {
        return required().by().name().toLowerCase(Locale.ROOT);
    }

    /** Who has it, in a few words. */
    public String getText() {
        var now = required();
        return switch (now.by()) {
            case BOT -> TEXTS.get("desk.bot", botName());
            case NOBODY -> TEXTS.get("desk.nobody", botName());
            case PERSON ->
                now.assignee() == null ? TEXTS.get("desk.person") : TEXTS.get("desk.person.named", now.assignee());
        };
    }

    private String botName() {
        var known = bot();
        return known == null ? "" : known.name();
    }

    /** Until when, why, and what the bot has noted. */
    public String getDetail() {
        var now = required();
        if (now.by() != Handling.By.PERSON) {
            return "";
        }
        var until = now.until() == null ? TEXTS.get("desk.open") : TEXTS.get("desk.until", formats.when(now.until()));
        var cause = now.cause() == null
                ? ""
                : TEXTS.getOr("desk.cause." + now.cause().name().toLowerCase(Locale.ROOT), "");
        return cause.isEmpty() ? until : until + " · " + cause;
    }

    /** What the person should know; null for nothing. */
    public @Nullable String getNote() {
        return required().note();
    }

    /** Takes the conversation for whoever is signed in. */
    public void take() {
        doing(chosen -> handovers.handOver(me.workspaceId(), chosen.id(), me.getEmail(), null, null));
    }

    /** Gives it back to the bot; where automatic answers are off, it allows them. */
    public void giveBack() {
        boolean isMuted = !required().autoreply();
        doing(chosen -> {
            handovers.giveBack(me.workspaceId(), chosen.id());
            if (isMuted) {
                handovers.autoreply(me.workspaceId(), chosen.id(), true);
            }
        });
    }

    private void doing(Consumer<ConversationView> deed) {
        me.demand(Permission.SEND);
        var chosen = inbox.chosen();
        if (chosen == null) {
            return;
        }
        try {
            deed.accept(chosen);
        } catch (RequestFailed refused) {
            Notices.refuse(String.valueOf(refused.getMessage()));
        }
        handling = null;
        inbox.forget();
    }
}
