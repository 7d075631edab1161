package org.chasqui.web.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.webhooks.WebhookFigures.Figures;
import org.chasqui.messaging.webhooks.WebhookFigures.Hour;
import org.chasqui.messaging.webhooks.WebhookStatus;
import org.chasqui.messaging.webhooks.WebhookView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookRowTest {
    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

    @Test
    void whatAPersonStoppedIsPausedWhateverElseIsWrong() {
        var row = row(WebhookStatus.PAUSED, "paused by ana@example.com", NOW.plusSeconds(30), NOW, null, 3, NOW);

        assertThat(row.getState()).isEqualTo("Paused");
        assertThat(row.getStateNote()).isEqualTo("paused by ana@example.com");
        assertThat(row.isInNeed()).isTrue();
    }

    @Test
    void anOpenBreakerSaysWhenItTriesAgain() {
        var row = row(WebhookStatus.ACTIVE, null, NOW.plusSeconds(42), NOW.minusSeconds(90), NOW, 3, NOW);

        assertThat(row.getState()).isEqualTo("Resting");
        assertThat(row.getStateNote()).endsWith("42 s");
    }

    @Test
    void whoIsGoneIsToldWhy() {
        assertThat(row(WebhookStatus.DISABLED, "gone", null, null, null, 0, null)
                        .getStateNote())
                .contains("410");
    }

    @Test
    void aBacklogIsCatchingUpOnlyWhenItIsOld() {
        assertThat(row(WebhookStatus.ACTIVE, null, null, null, NOW, 9, NOW.minusSeconds(61))
                        .getState())
                .isEqualTo("Catching up");
        assertThat(row(WebhookStatus.ACTIVE, null, null, null, NOW, 9, NOW.minusSeconds(1))
                        .getState())
                .isEqualTo("Healthy");
        assertThat(row(WebhookStatus.ACTIVE, null, null, null, null, 0, null).getState())
                .isEqualTo("Not called yet");
    }

    @Test
    void theBarsAreTheHours() {
        var row = row(WebhookStatus.ACTIVE, null, null, null, NOW, 0, null);

        assertThat(row.getHours()).extracting(HourBar::getColour).containsExactly("red", "", "amber", "green");
        assertThat(row.getSuccess()).isEqualTo("60.0 %");
    }

    @ParameterizedTest
    @CsvSource({"chasqui, Chasqui", "meta, Meta", "dialog360, 360dialog", "waabot, Waabot", "botmaker, Botmaker"})
    void theWordsOfAnEndpointHaveAName(String format, String name) {
        assertThat(WebhookRow.formatText(format)).startsWith(name);
    }

    private static WebhookRow row(
            WebhookStatus status,
            @Nullable String reason,
            @Nullable Instant resting,
            @Nullable Instant failing,
            @Nullable Instant success,
            long waiting,
            @Nullable Instant oldest) {
        var view = new WebhookView(
                new UUID(1, 1),
                new UUID(1, 2),
                "https://erp.example.com/hooks",
                List.of("message.*"),
                null,
                Set.of(),
                false,
                null,
                "chasqui",
                status,
                reason,
                null,
                resting,
                failing,
                success,
                NOW,
                NOW);
        var hours = List.of(new Hour(1, 0), new Hour(0, 0), new Hour(2, 1), new Hour(2, 2));
        return new WebhookRow(view, new Figures(3, 2, 0, waiting, oldest, 20, 90, hours), false, NOW);
    }
}
