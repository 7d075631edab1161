package org.chasqui.api.graph.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.graph.MetaAnswers;
import org.chasqui.api.graph.MetaFailed;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageError;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
    private static final UUID ID = UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
    private static final String WAMID = "wamid.HBgLMTQxNTU1NTAxMDEVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA";

    @ParameterizedTest
    @Covers("G0-4")
    @ValueSource(strings = {"text", "template"})
    void whatMetaHasTakenIsAnsweredAsMetaAnswers(String type) {
        var answer = Verdict.of(message(type, MessageStatus.ACCEPTED, WAMID, null, "14155550101"), "+1 415 555 0101");

        var body = MetaAnswers.body(answer);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(MetaAnswers.faults("message", body)).isEmpty();
        assertThat(MetaAnswers.faults("marketing", body)).isEmpty();
        assertThat(body.at("/messages/0/id").asText()).isEqualTo(WAMID);
        assertThat(body.at("/contacts/0/input").asText()).isEqualTo("+1 415 555 0101");
        assertThat(body.at("/contacts/0/wa_id").asText()).isEqualTo("14155550101");
        assertThat(body.at("/messages/0").has("message_status")).isEqualTo(type.equals("template"));
    }

    @Test
    void whoHasNoNumberIsShownByHisId() {
        var answer = Verdict.of(
                message("text", MessageStatus.ACCEPTED, WAMID, null, "US.13491208655302741918"),
                "US.13491208655302741918");

        assertThat(MetaAnswers.body(answer).at("/contacts/0/user_id").asText()).isEqualTo("US.13491208655302741918");
        assertThat(MetaAnswers.body(answer).at("/contacts/0").has("wa_id")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "SENDING", "UNCERTAIN"})
    void whatIsNotKnownYetGoesByOurIdAndMustNotBeSentAgain(MessageStatus status) {
        var answer = Verdict.of(message("text", status, null, null, "14155550101"), "14155550101");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(MetaAnswers.body(answer).at("/messages/0/id").asText()).isEqualTo(ID.toString());
        assertThat(answer.headers()).containsEntry(Verdict.STATUS_HEADER, status.wireName());
    }

    @Test
    void whatMetaRefusedIsItsError() {
        var error = new MessageError(131026, "Message undeliverable", "Not on WhatsApp.", "Check the number.");

        assertThatThrownBy(() ->
                        Verdict.of(message("text", MessageStatus.FAILED, null, error, "14155550101"), "14155550101"))
                .isInstanceOf(MetaFailed.class)
                .hasMessage("Not on WhatsApp.");
    }

    @Test
    void aFailureAfterTheWamidIsTheStatusWebhooksToTell() {
        var error = new MessageError(131049, "Not delivered", null, "Wait.");

        var answer = Verdict.of(message("template", MessageStatus.FAILED, WAMID, error, "14155550101"), "14155550101");

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "CANCELLED"})
    void whatWasNeverSentIsNoSuccess(MessageStatus status) {
        assertThatThrownBy(() -> Verdict.of(message("text", status, null, null, "14155550101"), "14155550101"))
                .isInstanceOf(MetaFailed.class);
    }

    private static MessageView message(
            String type, MessageStatus status, @Nullable String wamid, @Nullable MessageError error, String peer) {
        var now = Instant.parse("2026-11-22T15:00:00Z");
        return new MessageView(
                ID,
                ID,
                ID,
                "106540352242922",
                Direction.OUTBOUND,
                peer,
                null,
                type,
                JsonNodeFactory.instance.objectNode(),
                null,
                "service",
                status,
                List.of(),
                wamid,
                null,
                error,
                null,
                1,
                now,
                now,
                null,
                MessageNotes.NONE);
    }
}
