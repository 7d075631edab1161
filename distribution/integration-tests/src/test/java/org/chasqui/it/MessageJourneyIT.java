package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job, from the line that a newcomer pastes to the answer of the person. */
@ExtendWith(SharedProduct.class)
class MessageJourneyIT {
    private final Product product;
    private final Api api;
    private String number;

    MessageJourneyIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
    }

    @BeforeEach
    void findNumber() {
        number = Sending.firstNumber(api);
    }

    @Test
    void theLineThatTheFirstStartPrintsSendsAMessageThatIsRead() throws Exception {
        var pasted = new ProcessBuilder("bash", "-c", product.sendLine().replace("curl ", "curl -sS "))
                .redirectErrorStream(true)
                .start();
        var answer = new String(pasted.getInputStream().readAllBytes());
        assertThat(pasted.waitFor()).as(answer).isZero();
        var id = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(answer)
                .get("id")
                .asText();

        var message = Sending.awaitStatus(api, id, "read");

        assertThat(StreamSupport.stream(message.get("steps").spliterator(), false)
                        .map(step -> step.get("status").asText()))
                .containsExactly("queued", "sending", "accepted", "sent", "delivered", "read");
        assertThat(message.get("wamid").asText()).startsWith("wamid.");
        assertThat(message.at("/pricing/model").asText()).isEqualTo("PMP");
        assertThat(message.at("/attempts/0/outcome").asText()).isEqualTo("accepted");
    }

    @Test
    void anAnswerOfThePersonOpensTheWindowForText() {
        var person = "14155550190";
        var refused = api.post("/whatsapp/messages", Sending.text(number, "+" + person, "Hello"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorCode()).isEqualTo("outside_service_window");
        assertThat(refused.text()).contains("/messages/template");

        new Meta(product)
                .control()
                .post("/numbers/" + number + "/people/" + person + "/messages", "{\"text\":\"Who is there?\"}")
                .ok();
        Api.await("the inbound message", () -> {
            var inbound =
                    api.get("/whatsapp/messages?direction=inbound&to=" + person).ok();
            return inbound.isEmpty() ? Optional.empty() : Optional.of(inbound);
        });

        var sent = api.post("/whatsapp/messages", Sending.text(number, "+" + person, "Hello"))
                .ok();
        assertThat(Sending.awaitStatus(api, sent.get("id").asText(), "delivered", "read")
                        .get("type")
                        .asText())
                .isEqualTo("text");
    }

    @Test
    void whoPrefersToWaitGetsTheWamidAndCanAskByIt() {
        var sent = api.with("Prefer", "wait=20")
                .post("/whatsapp/messages/template", Sending.template(number, "+14155550191"))
                .ok();

        var wamid = sent.get("wamid").asText();
        assertThat(wamid).startsWith("wamid.");
        assertThat(api.get("/whatsapp/messages/" + wamid).ok().get("id")).isEqualTo(sent.get("id"));
    }

    @Test
    void theSameIdempotencyKeySendsOnce() {
        var key = UUID.randomUUID().toString();
        var body = Sending.template(number, "+14155550192");

        var first = api.with("Idempotency-Key", key).post("/whatsapp/messages/template", body);
        var again = api.with("Idempotency-Key", key).post("/whatsapp/messages/template", body);
        var other = api.with("Idempotency-Key", key)
                .post("/whatsapp/messages/template", Sending.template(number, "+14155550193"));

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(409);
        assertThat(api.get("/whatsapp/messages?to=14155550192").ok()).hasSize(1);
    }

    @Test
    void theListIsPagedNewestFirst() {
        for (int i = 0; i < 3; i++) {
            api.post("/whatsapp/messages/template", Sending.template(number, "+14155550194"))
                    .ok();
        }

        var first = api.get("/whatsapp/messages?to=14155550194&limit=2");
        assertThat(first.ok()).hasSize(2);
        var next = first.headers().get("link").replaceAll("^<[^?]*(\\?[^>]*)>.*$", "$1");
        var second = api.get("/whatsapp/messages" + next).ok();

        assertThat(second).hasSize(1);
        assertThat(second.get(0).get("id").asText())
                .isLessThan(first.ok().get(1).get("id").asText());
    }

    @Test
    void wrongRequestsAreToldWhatToDo() {
        var path = "/whatsapp/messages/template";
        assertThat(api.post(path, Sending.template("1", "+14155550195")).text()).contains("phone_number_id");
        assertThat(api.post(path, Sending.template(number, "call me")).text()).contains("\"to");
        assertThat(api.post(path, Sending.template(number, "+14155550195", "no_such", "\"x\""))
                        .errorCode())
                .isEqualTo("template_not_found");
        assertThat(api.post(
                                path,
                                "{\"phone_number_id\":\"" + number
                                        + "\",\"to\":\"+14155550195\",\"template\":\"hello_chasqui\",\"language\":\"en_US\"}")
                        .text())
                .contains("1 variable");
        assertThat(api.post(path, "{").status()).isEqualTo(400);
        assertThat(api.post(path, "").status()).isEqualTo(400);
        assertThat(api.get("/whatsapp/messages?status=posted").status()).isEqualTo(422);
        assertThat(api.get("/whatsapp/nothing").errorCode()).isEqualTo("not_found");
        assertThat(api.put("/whatsapp/messages", "{}").errorCode()).isEqualTo("method_not_allowed");
    }
}
