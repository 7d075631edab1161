package org.chasqui.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** Numbers of an account of its own, and a client of Botmaker's API that uses the first of them. */
final class BotmakerAccount {
    private final Product product;
    private final Api api;
    private final Meta meta;
    private final AtomicInteger lastPerson;
    private final JsonNode account;
    private final Api client;
    private final String channel;

    /**
     * Connects an account.
     *
     * @param firstPerson six digits behind 14155: nobody else may write to those that follow
     * @param throughputs one for each number
     */
    BotmakerAccount(Product product, String name, int firstPerson, String... throughputs) {
        this.product = product;
        api = Api.of(product);
        meta = new Meta(product);
        lastPerson = new AtomicInteger(firstPerson);
        Sending.firstNumber(api);
        account = meta.newAccount(name, throughputs);
        meta.connect(api, account.get("id").asText());
        client = with(newKey(number(0), "[\"*\"]"));
        channel = client.get("/v2.0/channels").ok().at("/items/0/id").asText();
    }

    /** Calls with the access-token of the first number. */
    Api client() {
        return client;
    }

    /** The native API. */
    Api api() {
        return api;
    }

    /** Calls with another access-token. */
    Api with(String token) {
        return Api.at(product.baseUrl().toString(), "").with("access-token", token);
    }

    /** A key for one number; for all of them with null. */
    String newKey(String number, String scopes) {
        var only = number == null ? "" : ",\"phone_number_id\":\"" + number + "\"";
        return api.post(
                        "/keys",
                        "{\"name\":\"Botmaker\",\"kind\":\"botmaker\",\"scopes\":%s%s}".formatted(scopes, only))
                .ok()
                .get("key")
                .asText();
    }

    /** Meta's id of a number. */
    String number(int index) {
        return account.at("/numbers/" + index + "/id").asText();
    }

    /** The id of the first number's channel. */
    String channel() {
        return channel;
    }

    String nextPerson() {
        return "14155" + lastPerson.incrementAndGet();
    }

    /** Somebody who has just written to the first number, so that free messages may go to him. */
    String person() {
        var person = nextPerson();
        write(number(0), person, "Hello");
        Api.await("the word of a person", () -> {
            var list = api.get("/whatsapp/messages?limit=1&to=%2B" + person).ok();
            return list.isEmpty() ? Optional.empty() : Optional.of(list);
        });
        return person;
    }

    void write(String number, String person, String text) {
        meta.control()
                .post("/numbers/" + number + "/people/" + person + "/messages", "{\"text\":\"" + text + "\"}")
                .ok();
    }

    /** Sends one entry of {@code messages}, with single quotes. */
    Api.Answer send(String person, String entry) {
        return client.post(
                "/v2.0/chats-actions/send-messages",
                "{\"chat\":{\"channelId\":\"%s\",\"contactId\":\"%s\"},\"messages\":[%s]}"
                        .formatted(channel, person, entry.replace('\'', '"')));
    }

    /** What Meta got for a person from the first number, as it was posted, as soon as there are so many. */
    List<JsonNode> postedTo(String person, int count) {
        return Api.await(count + " messages on the phone of a person", () -> {
            var messages = meta.control()
                    .get("/numbers/" + number(0) + "/people/" + person + "/messages?limit=200")
                    .ok()
                    .get("messages");
            var posted = StreamSupport.stream(messages.spliterator(), false)
                    .filter(message -> message.hasNonNull("request"))
                    .map(message -> message.get("request"))
                    .toList();
            return posted.size() < count ? Optional.empty() : Optional.of(posted);
        });
    }

    /** A template that the sandbox has approved; its text in Botmaker's words, with single quotes around nothing. */
    void template(String name, String text) {
        client.post(
                        "/v2.0/whatsapp/templates",
                        "{\"name\":\"%s\",\"category\":\"UTILITY\",\"locale\":\"en_US\",\"body\":{\"text\":\"%s\"}}"
                                .formatted(name, text))
                .ok();
        Api.await(
                "the review of " + name,
                () -> Optional.of(client.get("/v2.0/whatsapp/templates/" + name).ok())
                        .filter(one -> one.get("state").asText().equals("APPROVED")));
    }
}
