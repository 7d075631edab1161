package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.chasqui.platform.accounts.NumberView;
import org.jspecify.annotations.Nullable;

/** Whoever answers what no rule does, by the kind of bot. */
@ApplicationScoped
class AnswerSources {
    private static final Logger LOG = System.getLogger(AnswerSources.class.getName());

    @Inject
    Instance<AnswerSource> all;

    /** What a bot's source lacks, in a sentence; null when it could answer, or when the bot has none. */
    @Nullable
    String missing(BotView bot) {
        if (bot.kind() == BotKind.RULES) {
            return null;
        }
        return find(bot.kind())
                .map(source -> Optional.ofNullable(source.missing(bot)))
                .orElse(Optional.of("This installation cannot ask such a bot."))
                .orElse(null);
    }

    /** Why a bot's source is not asked on a number; null when it would be, or when the bot has none. */
    @Nullable
    String whyNot(BotView bot, @Nullable NumberView number) {
        if (bot.kind() != BotKind.RULES && number != null && !number.aiAutoreply()) {
            return "Answers that no rule gives are switched off on this number.";
        }
        return missing(bot);
    }

    /** Asks; whatever goes wrong is an answer, too. */
    Answer ask(Question question) {
        try {
            return find(question.bot().kind())
                    .map(source -> source.answer(question))
                    .orElseGet(() -> new Answer.Failed("There is nobody to ask.", Answer.Usage.NONE));
        } catch (RuntimeException failed) {
            LOG.log(
                    Level.WARNING,
                    "bot {0} could not be asked: {1}",
                    question.bot().id(),
                    failed.getClass().getName());
            return new Answer.Failed("Asking failed: " + failed.getClass().getSimpleName() + ".", Answer.Usage.NONE);
        }
    }

    private Optional<AnswerSource> find(BotKind kind) {
        return all.stream().filter(source -> source.kind() == kind).findFirst();
    }
}
