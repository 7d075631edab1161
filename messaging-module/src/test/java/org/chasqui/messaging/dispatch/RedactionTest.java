package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.ledger.Claim;
import org.junit.jupiter.api.Test;

class RedactionTest {
    @Test
    void phoneNumbersInAnAnswerAreMasked() {
        var answer = "{\"contacts\":[{\"input\":\"+5511955501234\",\"wa_id\":\"5511955501234\"}],\"messages\":[]}";

        var redacted = Attempts.redacted(answer.getBytes(StandardCharsets.UTF_8));

        assertThat(redacted).doesNotContain("55119555").contains("\"wa_id\":\"•••1234\"");
    }

    @Test
    void theBodyForGraphCarriesOurMark() {
        var id = UUID.fromString("0193d000-0000-7000-8000-000000000001");
        var claim = new Claim(
                id,
                id,
                Lane.UTILITY,
                "5511955501234",
                "text",
                "{\"body\":\"Hi\"}",
                null,
                2,
                Instant.EPOCH,
                false,
                false);

        assertThat(GraphPayload.of(claim, claim.content()))
                .isEqualTo("{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\","
                        + "\"to\":\"+5511955501234\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"},"
                        + "\"biz_opaque_callback_data\":\"" + id + ".2\"}");
        assertThat(CallbackData.parse(id + ".2")).contains(new CallbackData(id, 2));
    }

    @Test
    void aForeignMarkIsNotOurs() {
        assertThat(CallbackData.parse("order-17")).isEmpty();
        assertThat(CallbackData.parse("x193d000-0000-7000-8000-000000000001.1")).isEmpty();
        assertThat(CallbackData.parse("0193d000-0000-7000-8000-000000000001.x")).isEmpty();
    }
}
