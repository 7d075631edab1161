package org.chasqui.messaging.bots.ai;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.messaging.bots.AiSettings;
import org.chasqui.messaging.bots.Answer;
import org.chasqui.messaging.bots.AnswerSource;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotSecrets;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.Question;
import org.chasqui.messaging.bots.Reply;
import org.jspecify.annotations.Nullable;

/** Answers with an AI of the operator's choice. */
@ApplicationScoped
public class AiAnswers implements AnswerSource {
    @Inject
    ChatEndpoint endpoint;

    @Inject
    Turnstiles turnstiles;

    @Inject
    Budget budget;

    @Inject
    BotSecrets secrets;

    @Inject
    Clock clock;

    /** For the container. */
    public AiAnswers() {}

    @Override
    public BotKind kind() {
        return BotKind.AI;
    }

    @Override
    public @Nullable String missing(BotView bot) {
        return bot.ai().isConfigured()
                ? null
                : "No AI is configured: give the bot the address of an endpoint and a model.";
    }

    @Override
    public Answer answer(Question question) {
        var ai = question.bot().ai();
        var usage = Answer.Usage.NONE;
        try {
            if (!ai.isConfigured()) {
                throw new NoAnswer(Trouble.NOT_CONFIGURED, null);
            }
            var said = ask(question, prompt(question));
            usage = said.usage();
            var text = AnswerCheck.of(ai.systemPrompt(), ai.knowledge()).fit(said.text(), said.isCutOff());
            return new Answer.Replies(List.of(Reply.text(text)), usage);
        } catch (NoAnswer failed) {
            return failed.toAnswer(usage);
        }
    }

    private ChatEndpoint.Said ask(Question question, Prompt prompt) {
        var bot = question.bot();
        var ai = bot.ai();
        var key = secrets.aiKey(bot.id()).orElse(null);
        int estimate = prompt.tokens() + ai.answerTokens();
        return turnstiles
                .of(bot)
                .pass(
                        question.trial(),
                        left(question, ai.timeout()),
                        () -> budget.within(
                                bot, estimate, () -> endpoint.ask(ai, key, prompt, left(question, ai.timeout()))));
    }

    private static Prompt prompt(Question question) {
        AiSettings ai = question.bot().ai();
        var said = new ArrayList<Prompt.Turn>();
        question.history().latest(ai.mostTurns()).forEach(message -> said.add(Spoken.of(message)));
        question.inbound().forEach(message -> said.add(Spoken.of(message)));
        return Prompt.of(ai.systemPrompt(), ai.knowledge(), name(question), said);
    }

    private static @Nullable String name(Question question) {
        var contact = question.contact();
        return contact == null || contact.displayName() == null
                ? question.conversation().name()
                : contact.displayName();
    }

    /** What the bot allows, and never more than the engine waits for. */
    private Duration left(Question question, Duration allowed) {
        var left = Duration.between(clock.instant(), question.deadline());
        if (left.isNegative() || left.isZero()) {
            throw new NoAnswer(Trouble.BUSY, "no time was left to ask");
        }
        return left.compareTo(allowed) < 0 ? left : allowed;
    }
}
