package org.chasqui.web.bots;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chasqui.messaging.bots.Answer;
import org.chasqui.messaging.bots.AnswerSource;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotUsage;
import org.chasqui.messaging.bots.Reply;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Asks the AI or the server of the bot of the page once, for real: what it answers, how long that takes, what it costs. */
@Named
@RequestScoped
public class SourceTry {
    private static final Texts TEXTS = Texts.of("bots");

    @Inject
    CurrentUser me;

    @Inject
    BotPage page;

    @Inject
    BotCards cards;

    @Inject
    @Any
    Instance<AnswerSource> sources;

    @Inject
    BotUsage usage;

    @Inject
    Clock clock;

    @Inject
    Ids ids;

    private @Nullable String text;
    private @Nullable Answer answer;
    private @Nullable Duration took;
    private @Nullable String problem;

    /** Asks. Nothing is sent to anybody, and nothing kept but what it has used. */
    public void ask() {
        me.demand(Permission.SEND);
        var bot = page.bot();
        var source = source();
        var number = cards.numbers().stream().findFirst();
        if (source.isEmpty() || number.isEmpty()) {
            problem = TEXTS.get(source.isEmpty() ? "need.nobody" : "try.number");
            return;
        }
        var missing = source.get().missing(bot);
        if (missing != null) {
            problem = missing;
            return;
        }
        var asked = text == null || text.isBlank() ? TEXTS.get("try.default") : text.strip();
        var timeout =
                bot.kind() == BotKind.AI ? bot.ai().timeout() : bot.external().timeout();
        var begun = clock.instant();
        var question = new TriedQuestion(ids, begun).of(bot, number.get().sender(), asked, begun.plus(timeout));
        var said = source.get().answer(question);
        usage.addCost(bot.id(), said);
        answer = said;
        took = Duration.between(begun, clock.instant());
    }

    private Optional<AnswerSource> source() {
        return sources.stream().filter(one -> one.kind() == page.bot().kind()).findFirst();
    }

    public boolean isTried() {
        return answer != null || problem != null;
    }

    public boolean isGood() {
        return answer != null && !(answer instanceof Answer.Failed);
    }

    public String getVerdict() {
        if (answer instanceof Answer.Replies) {
            return TEXTS.get("try.replied");
        }
        if (answer instanceof Answer.HandOver) {
            return TEXTS.get("try.handover");
        }
        return answer instanceof Answer.Nothing ? TEXTS.get("try.nothing") : TEXTS.get("try.failed");
    }

    /** Why it failed, what a person should know, or why it keeps silent; null when there is nothing to say. */
    public @Nullable String getWhy() {
        if (problem != null) {
            return problem;
        }
        if (answer instanceof Answer.Failed failed) {
            return failed.why();
        }
        if (answer instanceof Answer.HandOver handOver) {
            return handOver.note();
        }
        return answer instanceof Answer.Nothing nothing ? nothing.why() : null;
    }

    public List<ReplyBubble> getReplies() {
        List<Reply> replies = answer instanceof Answer.Replies said
                ? said.replies()
                : answer instanceof Answer.HandOver handOver ? handOver.replies() : List.of();
        return replies.stream().map(ReplyBubble::new).toList();
    }

    /** How long it took, and the tokens that it used. */
    public List<FactLine> getFacts() {
        var facts = new ArrayList<FactLine>();
        var known = answer;
        if (took != null) {
            facts.add(new FactLine(TEXTS.get("try.took"), Formats.duration(took)));
        }
        if (known != null && known.usage().tokensIn() + known.usage().tokensOut() > 0) {
            facts.add(new FactLine(
                    TEXTS.get("try.tokensIn"), Formats.count(known.usage().tokensIn())));
            facts.add(new FactLine(
                    TEXTS.get("try.tokensOut"), Formats.count(known.usage().tokensOut())));
        }
        return facts;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
