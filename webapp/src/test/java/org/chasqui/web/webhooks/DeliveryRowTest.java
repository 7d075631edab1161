package org.chasqui.web.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.webhooks.DeliverySearch.Detail;
import org.chasqui.messaging.webhooks.DeliverySearch.Sight;
import org.chasqui.messaging.webhooks.DeliveryView;
import org.chasqui.messaging.webhooks.WebhookStatus;
import org.chasqui.messaging.webhooks.WebhookView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryRowTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static WebhookView meta() {
        return new WebhookView(
                new UUID(0, 1),
                new UUID(0, 2),
                "https://a.example",
                List.of("*"),
                null,
                Set.of(),
                false,
                null,
                "meta",
                WebhookStatus.ACTIVE,
                null,
                null,
                null,
                null,
                null,
                NOW,
                NOW);
    }

    private static DeliveryRow row(@Nullable Integer status, @Nullable String error, @Nullable Sight sight) {
        var attempt = new DeliveryView.Attempt(1, NOW, 12, status, error, "{\"X-Hub-Signature-256\":\"sha256=1\"}", "");
        var delivery = new DeliveryView(
                new UUID(0, 3),
                new UUID(0, 4),
                "campaign.started",
                error == null ? "delivered" : "pending",
                false,
                NOW,
                null,
                null,
                List.of(attempt));
        var detail = sight == null
                ? null
                : new Detail(delivery, sight, sight == Sight.WORDED ? "{\"object\":\"it's\"}" : "");
        return new DeliveryRow(delivery, meta(), detail, "https://a.example", "", NOW);
    }

    @Test
    void whatIsPostedIsShownAndCanBePostedAgainByHand() {
        var row = row(200, null, Sight.WORDED);

        assertThat(row.isUnfolded()).isTrue();
        assertThat(row.isWorded()).isTrue();
        assertThat(row.getBodyHtml()).contains("object").doesNotContain("campaign.started");
        assertThat(row.getCurl()).contains("X-Hub-Signature-256: sha256=1", "-d '{\"object\":\"it'\\''s\"}'");
        assertThat(row.getColour()).isEqualTo("green");
    }

    @Test
    void whatTheWordsOfTheEndpointHaveNoFormForSaysSoAndIsNoAnswer() {
        var row = row(null, null, Sight.UNSAID);

        assertThat(row.isUnfolded()).isTrue();
        assertThat(row.isWorded()).isFalse();
        assertThat(row.getSightText()).startsWith("Meta’s words have no form for this event");
        assertThat(row.getColour()).isEmpty();
        assertThat(row.getLast()).isNotNull().satisfies(call -> {
            assertThat(call.isUnsaid()).isTrue();
            assertThat(call.getAnswer()).isEqualTo("Not posted");
            assertThat(call.getColour()).isEmpty();
        });
    }

    @Test
    void whatCannotBeShownSaysWhy() {
        assertThat(row(200, null, Sight.GONE).getSightText()).contains("no longer kept");
        assertThat(row(200, null, Sight.BROKEN).getSightText()).contains("cannot be worded now");
        assertThat(row(200, null, null).isUnfolded()).isFalse();
    }

    @Test
    void aCallWithoutAnAnswerIsAFailure() {
        var row = row(null, "no connection", null);

        assertThat(row.getLast()).isNotNull().satisfies(call -> {
            assertThat(call.getAnswer()).isEqualTo("No answer");
            assertThat(call.getColour()).isEqualTo("red");
        });
    }
}
