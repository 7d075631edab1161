package org.chasqui.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A connected number of an account of its own, for a test whose figures nobody else may move. */
final class OwnNumber {
    private final Api api;
    private final Meta meta;
    private final String id;

    /** @param name of the account */
    OwnNumber(Product product, String name) {
        api = Api.of(product);
        meta = new Meta(product);
        Sending.firstNumber(api);
        var account = meta.newAccount(name, "STANDARD");
        meta.connect(api, account.get("id").asText());
        api.post("/whatsapp/templates/sync", null).ok();
        id = account.at("/numbers/0/id").asText();
    }

    /** Meta's id of it. */
    String id() {
        return id;
    }

    /** Sends a utility template and waits until it is there. */
    void sends(String person, String status) {
        var sent = api.post("/whatsapp/messages/template", Sending.template(id, "+" + person))
                .ok();
        Sending.awaitStatus(api, sent.get("id").asText(), status);
    }

    /** A person answers, which opens the window; then a text goes to him. */
    void talksWith(String person) {
        meta.control()
                .post("/numbers/" + id + "/people/" + person + "/messages", "{\"text\":\"Thank you\"}")
                .ok();
        awaitCount("funnel", "/replied", 1);
        var text = api.post("/whatsapp/messages", Sending.text(id, "+" + person, "You are welcome."))
                .ok();
        Sending.awaitStatus(api, text.get("id").asText(), "read");
    }

    /** What analytics says about this number only. */
    JsonNode ask(String what, String more) {
        return api.get("/whatsapp/analytics/" + what + "?phone_number_id=" + id + more)
                .ok();
    }

    /** The same as soon as a figure of it is right. */
    JsonNode awaitCount(String what, String pointer, long count) {
        return Api.await(count + " at " + what + pointer, () -> {
            var answer = ask(what, "");
            return answer.at(pointer).asLong() == count ? Optional.of(answer) : Optional.empty();
        });
    }
}
