package org.chasqui.messaging.bots.ai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.bots.Question;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/**
 * What is posted to the customer's server: an event in the shape of all events, whose messages have the members that
 * {@code message.received} has.
 *
 * @param id of the turn; the same when it is asked again after a crash
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExternalBody(UUID id, String type, Instant createdAt, UUID workspaceId, String phoneNumberId, Data data) {
    private static final String TYPE = "bot.question";

    /**
     * What it is about.
     *
     * @param trial whether somebody tries the bot: nothing will be sent to a person
     * @param messages what the person wrote and nobody has answered, the oldest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            UUID botId,
            @Nullable UUID conversationId,
            String from,
            @Nullable String name,
            boolean trial,
            List<Message> messages) {}

    /** One message. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(
            UUID id,
            @Nullable String wamid,
            String phoneNumberId,
            String from,
            String type,
            String status,
            String direction,
            @Nullable JsonNode context,
            @Nullable UUID conversationId,
            Instant createdAt,
            JsonNode content) {
        private static Message of(MessageView view) {
            return new Message(
                    view.id(),
                    view.wamid(),
                    view.phoneNumberId(),
                    address(view.peer()),
                    view.type(),
                    "received",
                    "inbound",
                    view.notes().context(),
                    view.conversationId(),
                    view.createdAt(),
                    view.content());
        }
    }

    static ExternalBody of(Question question, Instant at) {
        var contact = question.contact();
        var name = contact == null ? question.conversation().name() : contact.displayName();
        var data = new Data(
                question.bot().id(),
                question.conversation().id(),
                address(question.conversation().peer()),
                name,
                question.trial(),
                question.inbound().stream().map(Message::of).toList());
        return new ExternalBody(
                question.id(),
                TYPE,
                at,
                question.bot().workspaceId(),
                question.number().phoneNumberId(),
                data);
    }

    byte[] bytes() {
        try {
            return Json.mapper().writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a question that is no JSON", impossible);
        }
    }

    /** Numbers in E.164, user ids as they are. */
    private static String address(String peer) {
        return peer.chars().allMatch(Character::isDigit) ? "+" + peer : peer;
    }
}
