package org.chasqui.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** Bodies and questions that many tests need. */
final class Sending {
    private Sending() {}

    static String template(String phoneNumberId, String to) {
        return template(phoneNumberId, to, "hello_chasqui", "\"Ana\"");
    }

    static String template(String phoneNumberId, String to, String name, String value) {
        return """
                {"phone_number_id":"%s","to":"%s","template":"%s","language":"en_US",
                 "components":[{"type":"body","parameters":[{"type":"text","text":%s}]}]}
                """.formatted(phoneNumberId, to, name, value);
    }

    static String text(String phoneNumberId, String to, String text) {
        return "{\"phone_number_id\":\"%s\",\"to\":\"%s\",\"text\":\"%s\"}".formatted(phoneNumberId, to, text);
    }

    /** The first number of the key's workspace. */
    static String firstNumber(Api api) {
        return Api.await("a connected number", () -> {
            var numbers = api.get("/whatsapp/phone_numbers").json();
            return numbers.isEmpty()
                    ? Optional.empty()
                    : Optional.of(numbers.get(0).get("phone_number_id").asText());
        });
    }

    /** Waits until nothing that was sent before is on its way: a person reads two seconds after the delivery. */
    static void awaitSilence(Product product) {
        var books = Books.of(product);
        Api.await(
                "no event for three seconds",
                () -> Optional.of(books.number(
                                "select count(*) from msg_event where created_at > now() - interval '3 seconds'"))
                        .filter(events -> events == 0));
    }

    /** The message, once it has one of the statuses. */
    static JsonNode awaitStatus(Api api, String id, String... statuses) {
        var wanted = Set.of(statuses);
        return Api.await("message " + id + " " + wanted, () -> {
            var message = api.get("/whatsapp/messages/" + id).ok();
            return wanted.contains(message.get("status").asText()) ? Optional.of(message) : Optional.empty();
        });
    }
}
