package org.chasqui.api.notices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.chasqui.api.callbacks.CallbackData;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/** Gathers what is to be told of an event, for whoever words it. */
@ApplicationScoped
public class Notices {
    /** What is in an event we have written ourselves: nothing of it has to be bounded. */
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    Messages messages;

    @Inject
    PhoneNumbers numbers;

    @Inject
    CallbackData callbacks;

    /**
     * What is to be told of an event of {@link NoticeEvents#TYPES}.
     *
     * @return empty for other events, and when message or number have been removed since
     */
    public Optional<Notice> of(EventView event) {
        return of(event, number -> true);
    }

    /**
     * As {@link #of(EventView)}, for who hears of some numbers alone.
     *
     * @param heard whether a number is one of those
     */
    public Optional<Notice> of(EventView event, Predicate<SenderNumber> heard) {
        if (!NoticeEvents.TYPES.contains(event.type())) {
            return Optional.empty();
        }
        var data = data(event);
        // Empty when it was removed for its age since.
        return messages.find(event.workspaceId(), data.path("id").asText())
                .flatMap(message -> notice(event, data, message, heard));
    }

    /** Empty when the number has been disconnected for good: nobody can be told whose message it was. */
    private Optional<Notice> notice(
            EventView event, JsonNode data, MessageView message, Predicate<SenderNumber> heard) {
        return numbers.byId(message.numberId())
                .filter(heard)
                .map(number -> new Notice(
                        number.wabaId(),
                        number.displayPhoneNumber().replaceAll("\\D", ""),
                        event.type(),
                        at(event, data, message),
                        message,
                        data.path("error"),
                        data.path("pricing"),
                        callbackData(event, message)));
    }

    private @Nullable String callbackData(EventView event, MessageView message) {
        return event.type().equals(NoticeEvents.RECEIVED)
                ? null
                : callbacks.find(message.id()).orElse(null);
    }

    private static Instant at(EventView event, JsonNode data, MessageView message) {
        if (event.type().equals(NoticeEvents.RECEIVED)) {
            return message.createdAt();
        }
        var at = data.at("/steps/0/at").asText();
        return at.isEmpty() ? event.createdAt() : Instant.parse(at);
    }

    /** What an event tells. */
    public static JsonNode data(EventView event) {
        try {
            return MAPPER.readTree(event.data());
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("an event of ours is no JSON", ours);
        }
    }

    /** A body as it is posted. */
    public static byte[] bytes(ObjectNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree could not be written as JSON", impossible);
        }
    }
}
