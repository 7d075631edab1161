package org.chasqui.messaging.bots.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.bots.AiSettings;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotSettings;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.ExternalBotSettings;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private long used;
    private final Budget budget = new Budget(bot -> used);

    @Test
    void withoutABoundEverybodyMayAsk() {
        used = Long.MAX_VALUE / 2;

        assertThat(budget.within(bot(null), 1_000, () -> "answer")).isEqualTo("answer");
    }

    @Test
    void whatIsLeftMustBeEnoughForTheWholeAnswer() {
        used = 900;

        assertThat(budget.within(bot(1_000), 100, () -> "answer")).isEqualTo("answer");
        refused(() -> budget.within(bot(1_000), 101, () -> "answer"));
    }

    @Test
    void twoAtOnceDoNotSpendTheSameRest() {
        var bot = bot(1_000);

        refused(() -> budget.within(bot, 600, () -> budget.within(bot, 600, () -> "answer")));
    }

    @Test
    void whatIsOverIsFreeAgainHoweverItEnded() {
        var bot = bot(1_000);
        assertThatThrownBy(() -> budget.within(bot, 600, () -> {
                    throw new NoAnswer(Trouble.TIMED_OUT, null);
                }))
                .isInstanceOf(NoAnswer.class);

        assertThat(budget.within(bot, 1_000, () -> "answer")).isEqualTo("answer");
    }

    private static void refused(Runnable question) {
        assertThatThrownBy(question::run)
                .isInstanceOfSatisfying(
                        NoAnswer.class, failed -> assertThat(failed.trouble()).isEqualTo(Trouble.BUDGET_USED_UP));
    }

    private static BotView bot(Integer tokensPerDay) {
        var ai = new AiSettings(
                "https://a.example/v1", "m", "", "", 20, 500, tokensPerDay, Duration.ofSeconds(20), null, false, true);
        return new BotView(
                new UUID(1, 1),
                new UUID(2, 2),
                "Inti",
                BotKind.AI,
                true,
                BotSettings.DEFAULT,
                ai,
                false,
                ExternalBotSettings.NONE,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
