package org.chasqui.web.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.bots.AiSettings;
import org.chasqui.messaging.bots.BotGuards;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotSettings;
import org.chasqui.messaging.bots.BotSwitches;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.ExternalBotSettings;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFieldsTest {
    private static final AiSettings AI = new AiSettings(
            "https://ai.example.com/v1",
            "small",
            "Be short.",
            "Open 9 to 18.",
            12,
            400,
            200_000,
            Duration.ofSeconds(20),
            0.3,
            true,
            false);
    private static final ExternalBotSettings SERVER =
            new ExternalBotSettings("https://bot.example.com", Duration.ofSeconds(7), false);

    private static BotView bot(BotGuards guards) {
        var settings = BotSettings.DEFAULT
                .withLanguage("pt")
                .withGuards(guards)
                .withSwitches(new BotSwitches(false, true, true, false));
        return new BotView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Reception",
                BotKind.AI,
                true,
                settings,
                AI,
                true,
                SERVER,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 59, 60, 61, 90, 100, 599, 3_601, 21_600, 86_399, 86_400})
    void whatNobodyTouchesStaysToTheSecond(long seconds) {
        var time = Duration.ofSeconds(seconds);
        var within = Duration.ofSeconds(Math.max(60, seconds));
        var bot = bot(new BotGuards(Duration.ofSeconds(3), time, time, time, 30, within));

        var fields = SettingsFields.of(bot);

        assertThat(fields.settings(bot.settings())).isEqualTo(bot.settings());
        assertThat(fields.ai()).isEqualTo(AI);
        assertThat(fields.external()).isEqualTo(SERVER);
        assertThat(fields.kind()).isEqualTo(BotKind.AI);
    }

    @Test
    void peopleWriteHalvesAndLeaveThingsOut() {
        var bot = bot(BotGuards.DEFAULT);
        var fields = SettingsFields.of(bot);
        fields.values().put("handover", "1.5");
        fields.values().put("tokensPerDay", null);
        fields.values().put("temperature", "");

        assertThat(fields.settings(bot.settings()).guards().handover()).isEqualTo(Duration.ofSeconds(90));
        assertThat(fields.ai().tokensPerDay()).isNull();
        assertThat(fields.ai().temperature()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"debounce", "awayPause", "mostReplies"})
    void whatIsNoNumberIsNamed(String field) {
        var bot = bot(BotGuards.DEFAULT);
        var fields = SettingsFields.of(bot);
        fields.values().put(field, "soon");

        assertThatThrownBy(() -> fields.settings(bot.settings()))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused -> assertThat(refused.fields().get(0).field()).isEqualTo(field));
    }
}
