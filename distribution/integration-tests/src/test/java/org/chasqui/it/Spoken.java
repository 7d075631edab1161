package org.chasqui.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** A dialect as one of its clients speaks it, with a key for one number. */
enum Spoken {
    GRAPH("graph", "chasqui", "Authorization", "Bearer "),
    DIALOG360("dialog360", "dialog360", "D360-API-KEY", ""),
    ON_PREMISE("dialog360 on-premise", "cbot", "D360-API-KEY", ""),
    BOTMAKER("botmaker", "botmaker", "access-token", ""),
    WAABOT("waabot", "waabot", "Authorization", "Bearer ");

    private final String wireName;
    private final String keyKind;
    private final String header;
    private final String scheme;

    Spoken(String wireName, String keyKind, String header, String scheme) {
        this.wireName = wireName;
        this.keyKind = keyKind;
        this.header = header;
        this.scheme = scheme;
    }

    /** As the table has it. */
    String wireName() {
        return wireName;
    }

    /** Whether its answers wait for Meta's: a refusal is told at once, and not by webhook alone. */
    boolean waitsForMeta() {
        return this == GRAPH || this == DIALOG360 || this == ON_PREMISE;
    }

    /** Its API, with a new key for the number. */
    Api client(Product product, String number) {
        var key = Api.of(product)
                .post(
                        "/keys",
                        "{\"name\":\"Table\",\"kind\":\"%s\",\"scopes\":[\"*\"],\"phone_number_id\":\"%s\"}"
                                .formatted(keyKind, number))
                .ok()
                .get("key")
                .asText();
        return Api.at(product.baseUrl().toString(), "unused").with(header, scheme + key);
    }

    /** Where a text is sent. */
    String textPath(String number) {
        return switch (this) {
            case GRAPH -> "/graph/v24.0/" + number + "/messages";
            case DIALOG360 -> "/messages";
            case ON_PREMISE -> "/onprem/v1/messages";
            case BOTMAKER -> "/v2.0/chats-actions/send-messages";
            case WAABOT -> "/whatsapp/message";
        };
    }

    /** A text to somebody. */
    String text(String channel, String person) {
        return switch (this) {
            case GRAPH, DIALOG360 ->
                "{\"messaging_product\":\"whatsapp\",\"to\":\"" + person
                        + "\",\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}";
            case ON_PREMISE -> "{\"to\":\"" + person + "\",\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}";
            case BOTMAKER ->
                "{\"chat\":{\"channelId\":\"" + channel + "\",\"contactId\":\"" + person
                        + "\"},\"messages\":[{\"text\":\"Hello\"}]}";
            case WAABOT -> "{\"chatId\":\"" + person + "\",\"message\":\"Hello\"}";
        };
    }

    /** Has its webhook called for what becomes of messages. */
    void listen(Api client, Receiver receiver, String channel) {
        switch (this) {
            case GRAPH -> throw new IllegalArgumentException("its webhook is tested where it is made");
            case DIALOG360 ->
                client.post("/v1/configs/webhook", "{\"url\":\"" + receiver.url() + "\"}")
                        .ok();
            case ON_PREMISE ->
                client.post("/onprem/v1/configs/webhook", "{\"url\":\"" + receiver.url() + "\"}")
                        .ok();
            case BOTMAKER ->
                client.post(
                                "/v2.0/webhooks",
                                "{\"url\":\"%s\",\"type\":\"messages-and-status\",\"messagesNotifications\":{\"channelsIds\":[\"%s\"],\"notifyStatusChanges\":true}}"
                                        .formatted(receiver.url(), channel))
                        .ok();
            case WAABOT ->
                client.put(
                                "/whatsapp/setWebhook",
                                "{\"webhook_url\":\"" + receiver.url() + "\",\"events\":[\"onAck\"]}")
                        .ok();
        }
    }

    /** Whether a webhook says that a message to somebody has failed, and why. */
    Predicate<JsonNode> failure(String person, int code) {
        return switch (this) {
            case GRAPH -> event -> false;
            case DIALOG360 ->
                event -> isStatus(event.at("/entry/0/changes/0/value/statuses/0"), person)
                        && event.at("/entry/0/changes/0/value/statuses/0/errors/0/code")
                                        .asInt()
                                == code;
            case ON_PREMISE ->
                event -> isStatus(event.at("/statuses/0"), person)
                        && event.at("/statuses/0/errors/0/details").asText().contains("(#" + code + ")");
            case BOTMAKER ->
                event -> event.path("contactId").asText().equals("+" + person)
                        && event.path("status").asText().equals("error")
                        && event.at("/error/code").asInt() == code;
            case WAABOT ->
                event -> event.at("/body/key/remoteJid").asText().startsWith(person)
                        && event.at("/body/ack").asInt() == -1
                        && event.at("/body/error/code").asInt() == code;
        };
    }

    private static boolean isStatus(JsonNode status, String person) {
        return status.path("recipient_id").asText().equals(person)
                && status.path("status").asText().equals("failed");
    }
}
