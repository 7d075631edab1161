package org.chasqui.api.dialog360.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialog360.MetaRefusal;
import org.chasqui.api.dialog360.Style;
import org.chasqui.api.dialog360.Told;
import org.chasqui.messaging.messages.MessageError;
import org.chasqui.messaging.messages.MessageStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptTest {
    @Test
    void theCloudAnswersAsMetaDoes() {
        var answer = Receipt.of(
                Told.outbound("text", MessageStatus.ACCEPTED, Told.WAMID, null), "+1 415 555 0100", Style.CLOUD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Told.tree(text(answer)))
                .isEqualTo(Told.tree("{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"+1 415 555 0100\","
                        + "\"wa_id\":\"14155550100\"}],\"messages\":[{\"id\":\"" + Told.WAMID + "\"}]}"));
    }

    @Test
    void theOldHostAnswersWithItsMeta() {
        var answer = Receipt.of(
                Told.outbound("text", MessageStatus.ACCEPTED, Told.WAMID, null), "14155550100", Style.ON_PREMISE);

        var body = Told.tree(text(answer));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(body.at("/messages/0/id").asText()).isEqualTo(Told.WAMID);
        assertThat(body.at("/contacts/0/wa_id").asText()).isEqualTo("14155550100");
        assertThat(body.at("/meta/api_status").asText()).isEqualTo("stable");
        assertThat(body.has("messaging_product")).isFalse();
    }

    @Test
    void aTemplateSaysThatItWasAccepted() {
        var answer = Receipt.of(Told.outbound("template", MessageStatus.SENT, Told.WAMID, null), "1", Style.CLOUD);

        assertThat(Told.tree(text(answer)).at("/messages/0/message_status").asText())
                .isEqualTo("accepted");
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageStatus.class,
            names = {"QUEUED", "SENDING", "UNCERTAIN"})
    void whatMetaHasNotAnsweredIsKeptUnderOurIdAndNeedNotBeSentAgain(MessageStatus status) {
        var answer = Receipt.of(Told.outbound("text", status, null, null), "1", Style.CLOUD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Told.tree(text(answer)).at("/messages/0/id").asText()).isEqualTo(Told.ID.toString());
    }

    @Test
    void whatMetaHasRefusedAtOnceIsRefused() {
        var refused = Told.outbound(
                "text",
                MessageStatus.FAILED,
                null,
                new MessageError(131030, "Recipient not allowed", null, "Allow it."));

        assertThatThrownBy(() -> Receipt.of(refused, "1", Style.CLOUD))
                .isInstanceOf(MetaRefusal.class)
                .hasMessage("Recipient not allowed");
        assertThatThrownBy(() ->
                        Receipt.of(Told.outbound("text", MessageStatus.EXPIRED, null, null), "1", Style.ON_PREMISE))
                .isInstanceOf(MetaRefusal.class);
    }

    @Test
    void whatMetaTookAndFailedOnLaterWasTaken() {
        var failed = Told.outbound(
                "text", MessageStatus.FAILED, Told.WAMID, new MessageError(131026, "Undeliverable", null, ""));

        assertThat(Receipt.of(failed, "1", Style.CLOUD).status()).isEqualTo(200);
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
