package org.chasqui.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An account with two numbers of its own, as a client of 360dialog or CBOT sees the first of them. */
final class Dialog360Number {
    private static final AtomicInteger NEXT_PERSON = new AtomicInteger(360_000);

    private final Product product;
    private final Api api;
    private final Meta meta;
    private final String waba;
    private final String number;
    private final String second;
    private final String key;
    private final String cbotKey;

    /** @param name of the account */
    Dialog360Number(Product product, String name) {
        this.product = product;
        api = Api.of(product);
        meta = new Meta(product);
        var account = meta.newAccount(name, "STANDARD", "STANDARD");
        waba = account.get("id").asText();
        meta.connect(api, waba);
        api.post("/whatsapp/templates/sync", null).ok();
        number = account.at("/numbers/0/id").asText();
        second = account.at("/numbers/1/id").asText();
        key = key("dialog360", "*");
        cbotKey = key("cbot", "*");
    }

    /** Meta's id of it. */
    String id() {
        return number;
    }

    /** Meta's id of the other number of the account. */
    String second() {
        return second;
    }

    /** Meta's id of the account. */
    String waba() {
        return waba;
    }

    String key() {
        return key;
    }

    String cbotKey() {
        return cbotKey;
    }

    /** A new key for it. */
    String key(String kind, String scope) {
        return key(kind, scope, number);
    }

    /** A new key for a number of the account. */
    String key(String kind, String scope, String phoneNumberId) {
        return made("{\"name\":\"Old client\",\"kind\":\"%s\",\"scopes\":[\"%s\"],\"phone_number_id\":\"%s\"}"
                .formatted(kind, scope, phoneNumberId));
    }

    /** A new key that is bound to no number. */
    String partnersKey() {
        return made("{\"name\":\"Partner\",\"kind\":\"dialog360\",\"scopes\":[\"*\"]}");
    }

    private String made(String wish) {
        return api.post("/keys", wish).ok().get("key").asText();
    }

    /** A client with a base URL, as a path of the product, and a key. */
    Api at(String base, String secret) {
        return Api.at(product.baseUrl() + base, "unused").with("D360-API-KEY", secret);
    }

    Api cloud() {
        return at("", key);
    }

    Api onPremise() {
        return at("/onprem", key);
    }

    /** Somebody who has never written. */
    String stranger() {
        return "14155" + NEXT_PERSON.incrementAndGet();
    }

    /** Somebody who has just written, so that free messages may go to him. */
    String person() {
        var person = stranger();
        writes(person, "{\"text\":\"Hello\"}");
        received(person);
        return person;
    }

    /** A person writes to it. */
    void writes(String person, String message) {
        writesTo(number, person, message);
    }

    /** A person writes to a number of the account. */
    void writesTo(String phoneNumberId, String person, String message) {
        meta.control()
                .post("/numbers/" + phoneNumberId + "/people/" + person + "/messages", message)
                .ok();
    }

    /** What a person has written last, as soon as it is here. */
    JsonNode received(String person) {
        return Api.await("the word of a person", () -> {
            var list = api.get("/whatsapp/messages?limit=1&direction=inbound&to=%2B" + person)
                    .ok();
            return list.isEmpty() ? Optional.empty() : Optional.of(list.get(0));
        });
    }

    /** The newest message between it and a person. */
    JsonNode newest(String person) {
        return api.get("/whatsapp/messages?limit=1&to=%2B" + person).ok().get(0);
    }

    /** Meta tells something of a number of the account. */
    void metaTells(String kind, String phoneNumberId) {
        meta.control()
                .post("/wabas/" + waba + "/news", "{\"kind\":\"%s\",\"number\":\"%s\"}".formatted(kind, phoneNumberId))
                .ok();
    }

    /** No callback of it is left. */
    void removeTheCallbacks() {
        cloud().delete("/multi_webhook").ok();
        cloud().delete("/v1/configs/webhook").ok();
    }
}
