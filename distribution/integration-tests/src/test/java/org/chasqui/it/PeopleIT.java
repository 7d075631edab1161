package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who people are, whatever they come under, and that nobody is written to who does not want it. */
@ExtendWith(SharedProduct.class)
class PeopleIT {
    private final Product product;
    private final Api api;
    private final String number;
    private final MetaPost meta;

    PeopleIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
        this.number = Sending.firstNumber(api);
        this.meta = new MetaPost(product, number);
    }

    private JsonNode written(String person, String text) {
        var wamid = MetaPost.newWamid();
        meta.messages(meta.text(person, wamid, text));
        return awaitMessage(wamid);
    }

    private JsonNode awaitMessage(String wamid) {
        return Api.await("message " + wamid, () -> {
            var answer = api.get("/whatsapp/messages/" + wamid);
            return answer.status() == 200 ? Optional.of(answer.json()) : Optional.empty();
        });
    }

    private String offer(String to) {
        return """
                {"phone_number_id":"%s","to":"%s","template":"spring_offer","language":"en_US","components":[
                  {"type":"header","parameters":[{"type":"text","text":"Ana"}]},
                  {"type":"body","parameters":[{"type":"text","text":"Sunday"},{"type":"text","text":"20"}]},
                  {"type":"button","sub_type":"url","index":"2","parameters":[{"type":"text","text":"17"}]}]}
                """.formatted(number, to);
    }

    @Test
    void whoWritesStopGetsNoMoreMarketingButStillHisOtherMessages() {
        var person = "14155562001";
        written(person, " Stop ");

        var refused = api.post("/whatsapp/messages/template", offer("+" + person));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorCode()).isEqualTo("recipient_opted_out");
        api.post("/whatsapp/messages/template", Sending.template(number, "+" + person))
                .ok();
        api.post("/whatsapp/messages", Sending.text(number, "+" + person, "You will hear no more offers."))
                .ok();
        var contact = api.get("/whatsapp/contacts/" + person).ok();
        assertThat(contact.at("/opted_out/0").asText()).isEqualTo("marketing");
        assertThat(contact.at("/consents/0/source").asText()).isEqualTo("keyword");
        awaitEvent("contact.opt_out", contact);

        written(person, "start");

        api.post("/whatsapp/messages/template", offer("+" + person)).ok();
        awaitEvent("contact.opt_in", contact);
    }

    /** The log shows an event when everything that was begun before it has ended: a moment later. */
    private void awaitEvent(String type, JsonNode contact) {
        var id = contact.get("id").asText();
        Api.await(
                type + " of " + id,
                () -> Optional.of(api.get("/whatsapp/events?limit=200&types=" + type)
                                .text())
                        .filter(events -> events.contains(id)));
    }

    @Test
    void marketingThatWaitsIsNotSentToWhoOptsOutMeanwhile() {
        var person = "14155562002";
        new Meta(product)
                .control()
                .put("/behaviours/" + person, "{\"scenario\":\"refused\",\"code\":131056,\"times\":1}")
                .ok();
        var id = api.post("/whatsapp/messages/template", offer("+" + person))
                .ok()
                .get("id")
                .asText();
        Api.await("the first call", () -> {
            var message = api.get("/whatsapp/messages/" + id).ok();
            return message.path("attempts").size() == 1 ? Optional.of(true) : Optional.empty();
        });
        written(person, "BAJA");

        var message = Sending.awaitStatus(api, id, "failed", "accepted", "delivered", "read");
        assertThat(message.get("status").asText()).isEqualTo("failed");
        assertThat(message.at("/error/title").asText()).isEqualTo("The person has opted out");
        assertThat(message.at("/error/advice").asText()).isNotBlank();
        assertThat(message.get("attempts")).as("no call after the word").hasSize(1);
    }

    @Test
    void whatPeopleTellWhatsAppCountsTheSame() {
        var person = "14155562003";
        var value = meta.sample("user_preferences/pywa__user_marketing_preferences.resume.json");
        var preference = (ObjectNode) value.at("/user_preferences/0");
        ((ObjectNode) value.at("/contacts/0")).put("wa_id", person).put("user_id", "US.pref" + person);
        preference.put("wa_id", person).put("value", "stop").put("timestamp", 1763800000L);
        meta.post("user_preferences", value);
        Api.await("the contact", () -> {
            var answer = api.get("/whatsapp/contacts/" + person);
            return answer.status() == 200 ? Optional.of(true) : Optional.empty();
        });
        assertThat(api.post("/whatsapp/messages/template", offer("+" + person)).errorCode())
                .isEqualTo("recipient_opted_out");

        preference.put("value", "resume").put("timestamp", 1763800100L);
        meta.post("user_preferences", value);

        Api.await("the end of it", () -> {
            var answer = api.get("/whatsapp/contacts/" + person).ok();
            return answer.get("opted_out").isEmpty() ? Optional.of(true) : Optional.empty();
        });
        api.post("/whatsapp/messages/template", offer("+" + person)).ok();
    }

    @Test
    void whoMetaSaysWantsNoMarketingIsNotTriedAgain() {
        var person = "14155562008";
        new Meta(product)
                .control()
                .put("/behaviours/" + person, "{\"scenario\":\"refused\",\"code\":131050,\"times\":1}")
                .ok();
        var id = api.post("/whatsapp/messages/template", offer("+" + person))
                .ok()
                .get("id")
                .asText();
        var message = Sending.awaitStatus(api, id, "failed");
        assertThat(message.at("/error/code").asInt()).isEqualTo(131050);

        var contact = Api.await("the contact", () -> {
            var answer = api.get("/whatsapp/contacts/" + person);
            return answer.status() == 200 && !answer.json().get("opted_out").isEmpty()
                    ? Optional.of(answer.json())
                    : Optional.empty();
        });
        assertThat(contact.at("/opted_out/0").asText()).isEqualTo("marketing");
        assertThat(contact.at("/consents/0/source").asText()).isEqualTo("meta");
        awaitEvent("contact.opt_out", contact);
        assertThat(api.post("/whatsapp/messages/template", offer("+" + person)).errorCode())
                .isEqualTo("recipient_opted_out");
    }

    @Test
    void anOptOutOfEverythingIsOfEverything() {
        var person = "14155562004";
        written(person, "hello");
        var path = "/whatsapp/contacts/" + person + "/opt_out";
        api.post(path, "{\"category\":\"all\",\"detail\":\"by telephone\"}").ok();

        assertThat(api.post("/whatsapp/messages", Sending.text(number, "+" + person, "hi"))
                        .errorCode())
                .isEqualTo("recipient_opted_out");
        assertThat(api.delete(path).ok().get("opted_out")).isEmpty();
        api.post("/whatsapp/messages", Sending.text(number, "+" + person, "hi")).ok();
        assertThat(api.post(path, "{\"category\":\"everything\"}").status()).isEqualTo(422);
    }

    @Test
    void whoHidesHisNumberIsAPersonWithAConversation() {
        var userId = "US.1349120865530274" + System.nanoTime();
        var wamid = MetaPost.newWamid();
        var value = meta.text("", wamid, "guess who");
        ((ObjectNode) value.at("/messages/0")).put("from_user_id", userId).remove("from");
        var contact = (ObjectNode) value.at("/contacts/0");
        contact.put("user_id", userId).remove("wa_id");
        ((ObjectNode) contact.get("profile")).put("username", "guess.who");
        meta.messages(value);

        var message = awaitMessage(wamid);
        assertThat(message.get("from").asText()).isEqualTo(userId);
        var person = api.get("/whatsapp/contacts/" + userId).ok();
        assertThat(person.has("phone")).isFalse();
        assertThat(person.get("username").asText()).isEqualTo("guess.who");

        // Later he shows his number: the same person, the same conversation.
        var shown = MetaPost.newWamid();
        var later = meta.text("14155562005", shown, "it is me");
        ((ObjectNode) later.at("/messages/0")).put("from_user_id", userId);
        ((ObjectNode) later.at("/contacts/0")).put("user_id", userId);
        meta.messages(later);

        assertThat(awaitMessage(shown).get("conversation_id")).isEqualTo(message.get("conversation_id"));
        var known = api.get("/whatsapp/contacts/14155562005").ok();
        assertThat(known.get("id")).isEqualTo(person.get("id"));
        assertThat(api.get("/whatsapp/conversations/"
                                + message.get("conversation_id").asText())
                        .ok()
                        .get("with")
                        .asText())
                .isEqualTo("+14155562005");
    }

    @Test
    void aNewNumberTakesPersonAndConversationAlong() {
        var before = written("14155562006", "my old number");
        var contact = api.get("/whatsapp/contacts/14155562006").ok().get("id");
        var wamid = MetaPost.newWamid();
        var notice = meta.sample("message.system.user_changed_number/pywa__system.phone_number_change.json");
        ((ObjectNode) notice.at("/messages/0")).put("from", "14155562006").put("id", wamid);
        ((ObjectNode) notice.at("/messages/0/system")).put("wa_id", "14155562007");
        meta.messages(notice);
        awaitMessage(wamid);

        var after = written("14155562007", "my new number");

        assertThat(after.get("conversation_id")).isEqualTo(before.get("conversation_id"));
        assertThat(api.get("/whatsapp/contacts/14155562007").ok().get("id")).isEqualTo(contact);
        assertThat(api.get("/whatsapp/contacts/14155562006").status()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "BR, 5547991230001, 554791230001",
        "BR, 554791230002, 5547991230002",
        "AR, 541123450003, 5491123450003",
        "MX, 525512340004, 5215512340004",
        "MX, 5215512340005, 525512340005"
    })
    void bothWaysToWriteALineAreOneConversation(String country, String dialled, String waId) {
        var sent = api.post("/whatsapp/messages/template", Sending.template(number, "+" + dialled))
                .ok();

        var reply = written(waId, "got it");

        assertThat(reply.get("conversation_id")).isEqualTo(sent.get("conversation_id"));
        assertThat(reply.get("from").asText()).isEqualTo("+" + waId);
        var again = api.post("/whatsapp/messages", Sending.text(number, "+" + dialled, "fine"))
                .ok();
        assertThat(again.get("conversation_id")).isEqualTo(sent.get("conversation_id"));
        assertThat(again.get("to").asText()).as("Meta's word").isEqualTo("+" + waId);
        assertThat(api.get("/whatsapp/messages?to=" + dialled).ok()).hasSize(3);
    }

    @Test
    void aFileOfPeopleIsImportedAndItsBadRowsAreTold() throws Exception {
        var file =
                "\uFEFFphone;name;tags;city\n+14155562020;\"Ana; Lima\";vip|new;Lima\n123;Bea;;\n+14155562021;Carl;;\n";
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + "/api/v1/whatsapp/contacts/import"))
                .header("Authorization", "Bearer " + product.apiKey())
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(file))
                .build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var report = new com.fasterxml.jackson.databind.ObjectMapper().readTree(response.body());
        assertThat(report.get("rows").asInt()).isEqualTo(3);
        assertThat(report.get("created").asInt()).isEqualTo(2);
        assertThat(report.at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(report.at("/errors/0/field").asText()).isEqualTo("phone");
        var ana = api.get("/whatsapp/contacts/14155562020").ok();
        assertThat(ana.get("name").asText()).isEqualTo("Ana; Lima");
        assertThat(ana.at("/attributes/city").asText()).isEqualTo("Lima");
        assertThat(api.get("/whatsapp/contacts?tag=vip&q=ana").ok()).hasSize(1);
    }

    @Test
    void aFileOfPeopleMayComeAsAForm() {
        var form = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nphone,name\n+14155562022,Dan\nnobody,Eve\n\r\n--cut--\r\n";

        var report = api.with("Content-Type", "multipart/form-data; boundary=cut")
                .post("/whatsapp/contacts/import", form)
                .ok();

        assertThat(report.get("created").asInt()).isEqualTo(1);
        assertThat(report.at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(api.get("/whatsapp/contacts/14155562022").ok().get("name").asText())
                .isEqualTo("Dan");
        var withoutFile = form.replace("name=\"file\"", "name=\"csv\"");
        assertThat(api.with("Content-Type", "multipart/form-data; boundary=cut")
                        .post("/whatsapp/contacts/import", withoutFile)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void contactsAreMadeChangedFoundAndDeleted() {
        var made = api.post("/whatsapp/contacts", "{\"phone\":\"+1 415 556 2030\",\"name\":\"Dora\"}")
                .ok();
        var id = made.get("id").asText();
        assertThat(made.get("phone").asText()).isEqualTo("+14155562030");
        assertThat(api.post("/whatsapp/contacts", "{\"phone\":\"+14155562030\"}")
                        .status())
                .isEqualTo(409);
        var bad = api.post("/whatsapp/contacts", "{\"name\":\"Nobody\"}");
        assertThat(bad.status()).isEqualTo(422);

        var changed = api.send("PATCH", "/whatsapp/contacts/" + id, "{\"tags\":[\"vip\"],\"attributes\":{\"age\":33}}")
                .ok();

        assertThat(changed.get("name").asText()).isEqualTo("Dora");
        assertThat(changed.at("/attributes/age").asInt()).isEqualTo(33);
        assertThat(api.delete("/whatsapp/contacts/" + id).status()).isEqualTo(204);
        assertThat(api.get("/whatsapp/contacts/" + id).status()).isEqualTo(404);
    }

    @Test
    void aWorkspaceChoosesItsOwnWords() {
        var words = api.get("/whatsapp/opt_out_words").ok();
        assertThat(words.get("stop")).isNotEmpty();
        assertThat(api.put("/whatsapp/opt_out_words", "{\"stop\":[\"Fin\"],\"start\":[\"FIN\"]}")
                        .status())
                .isEqualTo(422);
        api.put("/whatsapp/opt_out_words", words.toString()).ok();
    }
}
