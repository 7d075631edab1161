package org.chasqui.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code messages} (Meta, Cloud API reference). A kind that we do not know is kept with all that it has.
 *
 * @param peer digits of the sender's number, or the business-scoped user id of someone who hides it
 * @param content the object under the name of the type, with {@code context}, {@code referral} and {@code errors}
 *     beside it where Meta sent them
 */
record InboundMessage(String wamid, String peer, @Nullable String name, String type, String content, Instant at) {

    static Optional<InboundMessage> read(JsonNode message, JsonNode contacts, Instant receivedAt) {
        var wamid = message.path("id").asText("");
        var peer = peer(message);
        if (wamid.isEmpty() || peer.isEmpty()) {
            return Optional.empty();
        }
        var told = Instant.ofEpochSecond(message.path("timestamp").asLong());
        var type = message.path("type").asText("unknown");
        return Optional.of(new InboundMessage(
                wamid,
                peer,
                name(contacts, peer),
                type,
                content(message, type).replace("\\u0000", ""),
                StatusNotice.refined(told, receivedAt)));
    }

    private static String peer(JsonNode message) {
        var phone = message.path("from").asText("");
        return phone.isEmpty() ? message.path("from_user_id").asText("") : phone;
    }

    private static @Nullable String name(JsonNode contacts, String peer) {
        for (var contact : contacts) {
            boolean same = contact.path("wa_id").asText().equals(peer)
                    || contact.path("user_id").asText().equals(peer);
            if (same && contact.path("profile").hasNonNull("name")) {
                return contact.path("profile").get("name").asText().replace("\0", "");
            }
        }
        return null;
    }

    private static String content(JsonNode message, String type) {
        var body = message.path(type);
        var content = JsonNodeFactory.instance.objectNode();
        if (body.isObject()) {
            content.setAll((com.fasterxml.jackson.databind.node.ObjectNode) body);
        } else if (!body.isMissingNode()) {
            content.set(type, body);
        }
        for (var beside : new String[] {"context", "referral", "errors", "identity", "group_id"}) {
            if (message.hasNonNull(beside) && !beside.equals(type)) {
                content.set("_" + beside, message.get(beside));
            }
        }
        return content.toString();
    }
}
