package org.chasqui.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The API that messages are offered to: the native one, or that of another gateway (a dialect). */
enum Through {
    CHASQUI,
    DIALOG360,
    GRAPH,
    BOTMAKER,
    /** Knows no templates: sends texts, to people whose service window is open. */
    WAABOT;

    /**
     * The API that is called so.
     *
     * @throws BenchFailed when none is
     */
    static Through of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word.trim().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BenchFailed("--through takes "
                        + Arrays.stream(values()).map(Through::word).collect(Collectors.joining(", ")) + ", not \""
                        + word + "\"."));
    }

    /** As the command line and the tables have it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of key that it takes; null for the one that carries all load. */
    @Nullable
    String keyKind() {
        return switch (this) {
            case CHASQUI, GRAPH -> null;
            case DIALOG360, BOTMAKER, WAABOT -> word();
        };
    }

    /** Whether it answers with Meta's wamid. */
    boolean waitsForMeta() {
        return this == DIALOG360 || this == GRAPH;
    }

    /** Whether its messages may go to nobody but people who have written. */
    boolean needsOpenWindow() {
        return this == WAABOT;
    }

    /** Where messages of a number are posted, behind the host. */
    String path(String number) {
        return switch (this) {
            case CHASQUI -> "/api/v1/whatsapp/messages/template";
            case DIALOG360 -> "/messages";
            case GRAPH -> "/graph/v24.0/" + number + "/messages";
            case BOTMAKER -> "/v2.0/chats-actions/trigger-intent";
            case WAABOT -> "/whatsapp/message";
        };
    }

    /** The header that a key goes into, besides {@code Authorization}; names and values by turns. */
    List<String> headers(String key) {
        return switch (this) {
            case CHASQUI, GRAPH, WAABOT -> List.of();
            case DIALOG360 -> List.of("D360-API-KEY", key);
            case BOTMAKER -> List.of("access-token", key);
        };
    }

    /**
     * One message.
     *
     * @param number Meta's id of the sender
     * @param to digits of the person
     */
    String body(String number, String to) {
        var components = "\"components\":[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Ana\"}]}]";
        var template = "\"template\":{\"name\":\"hello_chasqui\",\"language\":{\"code\":\"en_US\"}," + components + "}";
        return switch (this) {
            case CHASQUI ->
                "{\"phone_number_id\":\"" + number + "\",\"to\":\"+" + to
                        + "\",\"template\":\"hello_chasqui\",\"language\":\"en_US\"," + components + "}";
            case DIALOG360, GRAPH ->
                "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"template\"," + template + "}";
            case BOTMAKER ->
                "{\"chat\":{\"channelId\":\"" + number + "\",\"contactId\":\"" + to
                        + "\"},\"intentIdOrName\":\"hello_chasqui\",\"variables\":{\"1\":\"Ana\"}}";
            case WAABOT -> "{\"chatId\":\"" + to + "\",\"message\":\"Your piece is ready, Ana.\"}";
        };
    }

    /** What an answer calls the message: our id, Meta's wamid, or the id of the call. */
    String reference(JsonNode answer) {
        return switch (this) {
            case CHASQUI -> answer.path("id").asText();
            case DIALOG360, GRAPH -> answer.at("/messages/0/id").asText();
            case BOTMAKER -> answer.path("webhookNotificationId").asText();
            case WAABOT -> answer.at("/data/sent/0/id").asText();
        };
    }
}
