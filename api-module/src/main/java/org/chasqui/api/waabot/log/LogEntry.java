package org.chasqui.api.waabot.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.chasqui.api.waabot.ids.ObjectId;
import org.chasqui.api.waabot.instances.Times;
import org.chasqui.api.waabot.wire.ChatId;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.jspecify.annotations.Nullable;

/** A message of the log. Waabot has published no answer of this address: the members are ours, in its words. */
final class LogEntry {
    private LogEntry() {}

    /**
     * A message.
     *
     * @param ownNumber digits of the number that it went through; null when it is not connected any more
     */
    static ObjectNode of(MessageView message, @Nullable String ownNumber) {
        boolean isFromMe = message.direction() == Direction.OUTBOUND;
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("_id", ObjectId.of(message.id()))
                .put("chatId", ChatId.of(message.peer()))
                .put("from", isFromMe ? ownNumber : message.peer())
                .put("to", isFromMe ? message.peer() : ownNumber)
                .put("fromMe", isFromMe)
                .put("pushName", message.peerName())
                .put("type", message.type())
                .put("message", words(message.type(), message.content()))
                .put("status", message.status().wireName());
        if (isFromMe) {
            json.put("ack", ack(message.status()));
        } else {
            json.putNull("ack");
        }
        var error = message.error();
        if (error == null) {
            json.putNull("error");
        } else {
            json.putObject("error").put("code", error.code()).put("message", error.title());
        }
        var steps = message.steps();
        var last = steps.isEmpty()
                ? message.createdAt()
                : steps.get(steps.size() - 1).at();
        return json.put("wamid", message.wamid())
                .put("message_id", message.id().toString())
                .put("client_id", ObjectId.of(message.workspaceId()))
                .put("createdAt", Times.iso(message.createdAt()))
                .put("updatedAt", Times.iso(last))
                .put("__v", 0);
    }

    /** WhatsApp's own words of a message, as far as there are any: its text, its caption, what was pressed. */
    static @Nullable String words(String type, JsonNode content) {
        var paths = switch (type) {
            case "text" -> List.of("/body");
            case "template", "location" -> List.of("/name", "/address");
            case "button" -> List.of("/text");
            case "reaction" -> List.of("/emoji");
            case "interactive" -> List.of("/body/text", "/button_reply/title", "/list_reply/title");
            case "contacts" -> List.of("/0/name/formatted_name");
            default -> List.of("/caption", "/filename");
        };
        for (var path : paths) {
            var text = content.at(path).asText("");
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    /** The ack of the clients, as webhooks tell it: 0 pending, 1 sent, 2 delivered, 3 read, 4 played, -1 failed. */
    static int ack(MessageStatus status) {
        return switch (status) {
            case QUEUED, SENDING, ACCEPTED, UNCERTAIN, RECEIVED -> 0;
            case SENT -> 1;
            case DELIVERED -> 2;
            case READ -> 3;
            case PLAYED -> 4;
            case FAILED, EXPIRED, CANCELLED -> -1;
        };
    }
}
