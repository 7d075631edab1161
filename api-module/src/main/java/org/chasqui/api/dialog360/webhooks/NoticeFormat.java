package org.chasqui.api.dialog360.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialog360.Style;
import org.chasqui.api.dialog360.messages.Echoes;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.webhooks.WebhookFormat;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/** Gathers what is to be told of an event; a bean for each style words it. */
abstract class NoticeFormat implements WebhookFormat {
    /** What is in an event we have written ourselves: nothing of it has to be bounded. */
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    Messages messages;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Echoes echoes;

    static String nameOf(Style style) {
        return style == Style.CLOUD ? "dialog360" : "dialog360-onprem";
    }

    abstract Style style();

    abstract Optional<ObjectNode> worded(Notice notice);

    /** Whether an endpoint hears of a number. That of a number is not called for any other. */
    boolean hears(UUID webhookId, SenderNumber number) {
        return true;
    }

    @Override
    public String name() {
        return nameOf(style());
    }

    @Override
    public Map<String, String> headers(String secret, byte[] body) {
        return BodySignature.header(secret, body);
    }

    /** Seeds 000 and 003: a status code other than 200 has the notification sent again. */
    @Override
    public boolean isContentWithOkOnly() {
        return true;
    }

    @Override
    public Optional<byte[]> body(UUID webhookId, EventView event) {
        if (!NoticeEvents.TYPES.contains(event.type())) {
            return Optional.empty();
        }
        var data = data(event);
        // Empty when it was removed for its age since.
        return messages.find(event.workspaceId(), data.path("id").asText())
                .flatMap(message -> notice(webhookId, event, data, message))
                .flatMap(this::worded)
                .map(NoticeFormat::bytes);
    }

    /** Empty when the number has been disconnected for good: nobody can be told whose message it was. */
    private Optional<Notice> notice(UUID webhookId, EventView event, JsonNode data, MessageView message) {
        return numbers.byId(message.numberId())
                .filter(number -> hears(webhookId, number))
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
                : echoes.of(message.id()).orElse(null);
    }

    private static Instant at(EventView event, JsonNode data, MessageView message) {
        if (event.type().equals(NoticeEvents.RECEIVED)) {
            return message.createdAt();
        }
        var at = data.at("/steps/0/at").asText();
        return at.isEmpty() ? event.createdAt() : Instant.parse(at);
    }

    private static JsonNode data(EventView event) {
        try {
            return MAPPER.readTree(event.data());
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("an event of ours is no JSON", ours);
        }
    }

    private static byte[] bytes(ObjectNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree could not be written as JSON", impossible);
        }
    }
}
