package org.chasqui.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.analytics.rollups.CountAlarm;
import org.chasqui.messaging.webhooks.WebhookStatus;
import org.chasqui.messaging.webhooks.WebhookView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeedsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void anEndpointThatWasGivenUpNeedsAPerson() {
        var need = need(WebhookStatus.DISABLED, "gone", null).orElseThrow();

        assertThat(need.getTitle()).isEqualTo("erp.example.com gets no events any more");
        assertThat(need.getDetail()).contains("410");
        assertThat(need.getHref()).endsWith("webhook.xhtml?id=" + new UUID(1, 1));
    }

    @Test
    void oneThatFailsNeedsAPersonAfterAnHourAndNotBefore() {
        var hour = NOW.minus(Duration.ofHours(1));

        assertThat(need(WebhookStatus.ACTIVE, null, hour)).isEmpty();
        assertThat(need(WebhookStatus.ACTIVE, null, hour.minusSeconds(1)))
                .get()
                .extracting(Need::getDetail)
                .asString()
                .startsWith("Since 2026-11-22T10:59:59Z");
    }

    @Test
    void oneThatWorksOrThatAPersonHasPausedNeedsNobody() {
        assertThat(need(WebhookStatus.ACTIVE, null, null)).isEmpty();
        assertThat(need(WebhookStatus.PAUSED, "paused by ana@example.com", NOW.minus(Duration.ofDays(2))))
                .isEmpty();
    }

    @Test
    void countsThatDifferFromTheirMessagesNeedAPerson() {
        var hour = Instant.parse("2026-11-22T08:00:00Z");

        assertThat(Needs.counts(List.of(), Instant::toString)).isEmpty();
        assertThat(Needs.counts(List.of(new CountAlarm(hour, NOW, 3)), Instant::toString))
                .get()
                .satisfies(need -> {
                    assertThat(need.getTitle()).isEqualTo("The counts of one hour differ from their messages");
                    assertThat(need.getDetail()).startsWith("First 2026-11-22T08:00:00Z");
                });
    }

    private static Optional<Need> need(WebhookStatus status, @Nullable String reason, @Nullable Instant failingSince) {
        var webhook = new WebhookView(
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
                null,
                failingSince,
                null,
                NOW,
                NOW);
        return Needs.stopped(webhook, NOW, Instant::toString);
    }
}
