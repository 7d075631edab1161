package org.chasqui.api.dialog360.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialog360.webhooks.BodySignature;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.webhooks.WebhookFormat;
import org.jspecify.annotations.Nullable;

/** What partners hear of: {@code {id, event, data}}, where the data is the channel, or the account that it is about. */
@ApplicationScoped
class HubFormat implements WebhookFormat {
    static final String NAME = "dialog360-hub";
    static final List<String> TYPES =
            List.of("account.connected", "number.connected", "number.status", "account.update");

    /** What is in an event we have written ourselves: nothing of it has to be bounded. */
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    HubWorld world;

    @Override
    public String name() {
        return NAME;
    }

    /** As with all webhooks of 360dialog, 200 alone is a success. */
    @Override
    public boolean isContentWithOkOnly() {
        return true;
    }

    @Override
    public Map<String, String> headers(String secret, byte[] body) {
        return BodySignature.header(secret, body);
    }

    @Override
    public Optional<byte[]> body(UUID webhookId, EventView event) {
        var data = tree(event.data());
        var name = eventName(event.type(), data);
        return name == null ? Optional.empty() : about(event, data).map(about -> bytes(event, name, about));
    }

    /** Null for what the hub has no event for. */
    static @Nullable String eventName(String type, JsonNode data) {
        if (type.equals("account.connected")) {
            return "client_created";
        }
        if (type.equals("number.connected")) {
            return "channel_created";
        }
        if (type.equals("number.status")) {
            return switch (data.path("what").asText()) {
                case "status" -> statusEvent(data.path("after").asText());
                case "sending" ->
                    data.path("held_because").isTextual()
                            ? "template_messaging_disabled"
                            : "template_messaging_enabled";
                default -> null;
            };
        }
        if (!data.path("field").asText().equals("account_update")) {
            return null;
        }
        return switch (data.at("/value/event").asText()) {
            case "ACCOUNT_VIOLATION" -> "account_violation";
            case "ACCOUNT_RESTRICTION", "DISABLED_UPDATE" -> "account_restriction";
            default -> null;
        };
    }

    private static @Nullable String statusEvent(String status) {
        return switch (status) {
            case "CONNECTED" -> "channel_running";
            case "BANNED", "RESTRICTED", "FLAGGED" -> "account_restriction";
            default -> null;
        };
    }

    /**
     * The channel or the client that an event is about; empty for an account of nobody here.
     *
     * @throws org.chasqui.platform.failure.RequestFailed NOT_FOUND for a number that another node has brought in a moment ago:
     *     it is told at the next attempt
     */
    private Optional<ObjectNode> about(EventView event, JsonNode data) {
        if (event.type().startsWith("number.")) {
            return Optional.of(HubJson.channel(world.channel(
                    event.workspaceId(), data.path("phone_number_id").asText())));
        }
        var wabaId = data.path("waba_id").asText();
        return world.clients(event.workspaceId()).stream()
                .filter(client -> client.account().wabaId().equals(wabaId))
                .findFirst()
                .map(client -> client(client, data));
    }

    private static ObjectNode client(HubWorld.HubClient client, JsonNode data) {
        var tree = HubJson.client(client);
        if (data.has("value")) {
            tree.set("details", data.path("value"));
        }
        return tree;
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("an event of ours is no JSON", ours);
        }
    }

    private static byte[] bytes(EventView event, String name, ObjectNode about) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("id", event.id().toString())
                .put("event", name);
        try {
            return MAPPER.writeValueAsBytes(body.set("data", about));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree could not be written as JSON", impossible);
        }
    }
}
