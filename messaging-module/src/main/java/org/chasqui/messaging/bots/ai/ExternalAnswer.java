package org.chasqui.messaging.bots.ai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.messaging.bots.Answer;
import org.chasqui.messaging.bots.Reply;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a customer's server answered: one message, several, {@code hand_over}, or nothing. A message is what
 * {@code POST /messages} takes, without sender and recipient, and is checked in the same way. One that is wrong spoils all of
 * them: half an answer would be nonsense.
 */
final class ExternalAnswer {
    private static final int MOST = 10;
    private static final int LONGEST_NOTE = 1_000;
    private static final Set<String> AROUND = Set.of("messages", "hand_over", "note");
    /** So that a body of the Cloud API can be answered as it is. */
    private static final Set<String> PASSED_OVER = Set.of("messaging_product", "recipient_type");

    private ExternalAnswer() {}

    /**
     * Reads it.
     *
     * @throws NoAnswer NOT_UNDERSTOOD or MESSAGE_REFUSED, with the field that is wrong
     */
    static Answer read(byte[] body) {
        var json = json(body);
        try {
            if (json == null || json.isNull() || (json.isContainerNode() && json.isEmpty())) {
                return new Answer.Nothing("The server had nothing to say.", Answer.Usage.NONE);
            }
            if (json.isArray()) {
                return new Answer.Replies(replies(json, "messages"), Answer.Usage.NONE);
            }
            if (!json.isObject()) {
                throw new NoAnswer(Trouble.NOT_UNDERSTOOD, "neither an object nor an array");
            }
            return json.has("messages") || json.has("hand_over") ? whole(json) : single(json);
        } catch (RequestFailed refused) {
            throw new NoAnswer(Trouble.MESSAGE_REFUSED, refused.getMessage());
        }
    }

    private static @Nullable JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? null : Json.mapper().readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new NoAnswer(Trouble.NOT_UNDERSTOOD, "no JSON");
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes that cannot be read", impossible);
        }
    }

    private static Answer single(JsonNode message) {
        return new Answer.Replies(List.of(reply(message, "")), Answer.Usage.NONE);
    }

    private static Answer whole(JsonNode json) {
        json.fieldNames().forEachRemaining(name -> {
            if (!AROUND.contains(name)) {
                throw RequestFailed.invalid(name, "is not known beside messages, hand_over and note.");
            }
        });
        var replies = json.has("messages") ? replies(json.get("messages"), "messages") : List.<Reply>of();
        if (flag(json.path("hand_over"))) {
            return new Answer.HandOver(replies, note(json.path("note")), Answer.Usage.NONE);
        }
        return replies.isEmpty()
                ? new Answer.Nothing("The server had nothing to say.", Answer.Usage.NONE)
                : new Answer.Replies(replies, Answer.Usage.NONE);
    }

    private static boolean flag(JsonNode value) {
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw RequestFailed.invalid("hand_over", "must be true or false.");
        }
        return value.asBoolean();
    }

    private static @Nullable String note(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.asText().length() > LONGEST_NOTE) {
            throw RequestFailed.invalid("note", "must be a text of " + LONGEST_NOTE + " characters at most.");
        }
        return value.asText();
    }

    private static List<Reply> replies(JsonNode list, String field) {
        if (!list.isArray() || list.size() > MOST) {
            throw RequestFailed.invalid(field, "must be an array of " + MOST + " messages at most.");
        }
        var replies = new ArrayList<Reply>();
        for (var message : list) {
            replies.add(reply(message, field + "[" + replies.size() + "]."));
        }
        return replies;
    }

    private static Reply reply(JsonNode message, String place) {
        if (!message.isObject()) {
            throw RequestFailed.invalid(place + "type", "belongs to an object: each message is one.");
        }
        var type = message.path("type").asText("text");
        if (!MessageContent.TYPES.contains(type)) {
            throw RequestFailed.invalid(
                    place + "type", "must be one of " + String.join(", ", new TreeSet<>(MessageContent.TYPES)) + ".");
        }
        message.fieldNames().forEachRemaining(name -> {
            if (!name.equals("type") && !name.equals(type) && !PASSED_OVER.contains(name)) {
                throw RequestFailed.invalid(
                        place + name, "does not belong to a message of type " + type + " that answers a person.");
            }
        });
        var content = message.path(type);
        if (content.isMissingNode()) {
            throw RequestFailed.invalid(place + type, "is required for a message of type " + type + ".");
        }
        var reply =
                content.isTextual() && type.equals("text") ? Reply.text(content.asText()) : new Reply(type, content);
        check(reply, place);
        return reply;
    }

    private static void check(Reply reply, String place) {
        try {
            MessageContent.check(reply.type(), reply.content());
        } catch (RequestFailed refused) {
            throw RequestFailed.invalid(place + reply.type(), String.valueOf(refused.getMessage()));
        }
    }
}
