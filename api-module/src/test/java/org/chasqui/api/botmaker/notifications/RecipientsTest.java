package org.chasqui.api.botmaker.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.chasqui.campaigns.recipients.RecipientRow;
import org.chasqui.campaigns.recipients.RecipientState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static ObjectNode told(RecipientState state, @Nullable String detail, @Nullable Instant repliedAt) {
        var row = new RecipientRow(
                new UUID(1, 1),
                1,
                "+1 415 555-0123",
                "14155550123",
                null,
                Map.of(),
                null,
                state,
                null,
                detail,
                state == RecipientState.FAILED ? 131_026 : null,
                null,
                1,
                NOW,
                repliedAt);
        return Recipients.document(row, null);
    }

    @ParameterizedTest
    @CsvSource({
        "WAITING, pending",
        "QUEUED, pending",
        "ACCEPTED, sent",
        "SENT, sent",
        "DELIVERED, delivered",
        "READ, read",
        "FAILED, error",
        "UNCERTAIN, error",
        "EXPIRED, error",
        "CANCELLED, error",
        "SKIPPED, error"
    })
    void eachStateHasAWordOfBotmakers(RecipientState state, String word) {
        assertThat(told(state, null, null).get("lastStatus").asText()).isEqualTo(word);
    }

    @Test
    void whoHasAnsweredIsToldAsSuch() {
        var told = told(RecipientState.READ, null, NOW);

        assertThat(told.get("lastStatus").asText()).isEqualTo("answered");
        assertThat(told.get("answeredTime").asText()).isEqualTo("2026-11-22T10:00:00.000Z");
        assertThat(told.get("contactId").asText()).isEqualTo("14155550123");
        assertThat(told.has("error")).isFalse();
    }

    @Test
    void anErrorHasItsReason() {
        assertThat(told(RecipientState.FAILED, null, null).at("/error/code").asInt())
                .isEqualTo(131_026);
        assertThat(told(RecipientState.SKIPPED, "He has opted out.", null)
                        .at("/error/reason")
                        .asText())
                .isEqualTo("He has opted out.");
    }
}
