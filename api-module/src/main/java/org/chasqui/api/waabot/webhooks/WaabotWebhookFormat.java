package org.chasqui.api.waabot.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.waabot.instances.InstanceDocuments;
import org.chasqui.api.waabot.instances.InstanceStatus;
import org.chasqui.api.waabot.instances.Instances;
import org.chasqui.api.waabot.instances.WaabotInstance;
import org.chasqui.api.waabot.settings.WaabotEvent;
import org.chasqui.api.waabot.wire.WireMessage;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.webhooks.WebhookFormat;

/** Words events as {@code setWebhook} promises: {@code onMessage}, {@code onAnyMessage}, {@code onAck}, {@code onStateChange}. */
@ApplicationScoped
class WaabotWebhookFormat implements WebhookFormat {
    /** What is in an event we have written ourselves: nothing of it has to be bounded. */
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<String, Integer> ACKS = Map.of(
            "message.sent", 1,
            "message.delivered", 2,
            "message.read", 3,
            "message.played", 4,
            "message.failed", -1,
            "message.expired", -1,
            "message.cancelled", -1);

    @Inject
    Instances instances;

    @Inject
    InstanceDocuments documents;

    @Inject
    Messages messages;

    @Inject
    FileDetails files;

    @Override
    public String name() {
        return WaabotEvent.FORMAT;
    }

    @Override
    public Optional<byte[]> body(UUID webhookId, EventView event) {
        return instances
                .ofWebhook(webhookId)
                .filter(WaabotInstance::sendWebhook)
                .flatMap(instance -> worded(instance, event))
                .map(WaabotWebhookFormat::bytes);
    }

    private Optional<ObjectNode> worded(WaabotInstance instance, EventView event) {
        return switch (event.type()) {
            case "message.received" ->
                message(event)
                        .map(message -> frame(
                                instance,
                                wants(instance, WaabotEvent.ON_MESSAGE)
                                        ? WaabotEvent.ON_MESSAGE
                                        : WaabotEvent.ON_ANY_MESSAGE,
                                "message",
                                messageBody(message)));
            case "message.accepted" ->
                wants(instance, WaabotEvent.ON_ANY_MESSAGE)
                        ? message(event)
                                .map(message ->
                                        frame(instance, WaabotEvent.ON_ANY_MESSAGE, "message", messageBody(message)))
                        : Optional.empty();
            case "number.status", "account.update" ->
                Optional.of(frame(instance, WaabotEvent.ON_STATE_CHANGE, "connection", connection(instance)));
            default ->
                Optional.ofNullable(ACKS.get(event.type()))
                        .flatMap(ack -> message(event)
                                .map(message -> frame(instance, WaabotEvent.ON_ACK, "ack", ack(message, event, ack))));
        };
    }

    private static boolean wants(WaabotInstance instance, WaabotEvent event) {
        return instance.webhookEvents().contains(event.wireName());
    }

    /** Empty when it was removed for its age since. */
    private Optional<MessageView> message(EventView event) {
        return messages.find(event.workspaceId(), data(event).path("id").asText());
    }

    private static ObjectNode frame(WaabotInstance instance, WaabotEvent event, String type, ObjectNode body) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event", event.wireName())
                .put("type", type)
                .put("session_id", instance.sessionId())
                .put("instanceKey", instance.id().toString())
                .set("body", body);
    }

    private ObjectNode messageBody(MessageView message) {
        boolean fromMe = message.direction() == Direction.OUTBOUND;
        var body = JsonNodeFactory.instance.objectNode();
        body.set("key", WireMessage.key(message.peer(), fromMe, message.id()));
        if (!fromMe && message.peerName() != null) {
            body.put("pushName", message.peerName());
        }
        body.put("messageTimestamp", WireMessage.timestamp(message.createdAt()));
        var content = WireMessage.content(message.type(), message.content());
        files.addTo(content, message);
        body.set("message", content);
        var context = message.notes().context();
        if (context != null) {
            body.set("context", context);
        }
        return body.put("wamid", message.wamid()).put("id", message.id().toString());
    }

    private static ObjectNode ack(MessageView message, EventView event, int ack) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("key", WireMessage.key(message.peer(), true, message.id()));
        body.put("ack", ack).put("status", event.type().substring("message.".length()));
        var error = data(event).path("error");
        if (error.isObject()) {
            body.set("error", error);
        }
        return body.put("wamid", message.wamid()).put("id", message.id().toString());
    }

    private ObjectNode connection(WaabotInstance instance) {
        var status = documents.status(instance);
        return JsonNodeFactory.instance
                .objectNode()
                .put("connection", status == InstanceStatus.CONNECTED ? "open" : "close")
                .put("status", status.name());
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
