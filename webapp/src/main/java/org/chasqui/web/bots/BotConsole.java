package org.chasqui.web.bots;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import org.chasqui.messaging.bots.BotTrials;
import org.chasqui.messaging.bots.RuleView;
import org.chasqui.messaging.bots.Trial;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The test console: what would the bot of the page answer, and why? The same judgement as in earnest; nothing is sent or kept. */
@Named
@RequestScoped
public class BotConsole {
    private static final Texts TEXTS = Texts.of("bots");

    @Inject
    CurrentUser me;

    @Inject
    BotPage page;

    @Inject
    BotTrials trials;

    @Inject
    Clock clock;

    private @Nullable String text;
    private @Nullable String from;
    private @Nullable String at;
    private boolean askSource;
    private @Nullable TrialView trial;
    private @Nullable String problem;

    /** Tries it. */
    public void ask() {
        var asked = text == null ? "" : text.strip();
        if (asked.isEmpty()) {
            problem = TEXTS.get("ask.empty");
            return;
        }
        try {
            // Asking an AI costs: whoever only looks asks the rules.
            var wish = new Trial.Wish(asked, person(), moment(), askSource && me.isMaySend());
            var begun = clock.instant();
            var done = trials.run(me.workspaceId(), page.bot().id(), wish);
            var names = page.rules().stream().collect(Collectors.toMap(RuleView::id, RuleRow::name));
            trial = new TrialView(asked, done, names, Duration.between(begun, clock.instant()));
        } catch (RequestFailed refused) {
            problem = refused.fields().isEmpty()
                    ? refused.getMessage()
                    : refused.fields().get(0).field() + " "
                            + refused.fields().get(0).message();
        }
    }

    /** What a person may look up by number is for those who see numbers. */
    private @Nullable String person() {
        return from == null || from.isBlank() || !me.view().may(Permission.SEND) ? null : from.strip();
    }

    /** A local time where the bot is; null for now. */
    private @Nullable Instant moment() {
        try {
            return at == null || at.isBlank()
                    ? null
                    : LocalDateTime.parse(at)
                            .atZone(page.bot().settings().schedule().zone().zone())
                            .toInstant();
        } catch (DateTimeException nonsense) {
            throw RequestFailed.invalid("at", TEXTS.get("ask.at.wrong"));
        }
    }

    /** What came out; null until something was asked. */
    public @Nullable TrialView getTrial() {
        return trial;
    }

    /** Why nothing came out; null when something did. */
    public @Nullable String getProblem() {
        return problem;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getAt() {
        return at;
    }

    public void setAt(@Nullable String at) {
        this.at = at;
    }

    /** Whether the AI or the server is really asked. */
    public boolean isAskSource() {
        return askSource;
    }

    public void setAskSource(boolean askSource) {
        this.askSource = askSource;
    }
}
