package org.chasqui.api.dialog360.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.chasqui.api.dialog360.ErrorCodes;
import org.chasqui.api.notices.CloudWording;
import org.chasqui.api.notices.InboundContent;
import org.chasqui.api.notices.Notice;
import org.chasqui.messaging.messages.MessageView;

/**
 * Notifications as the On-Premises API sent them: flat, with a type of its own for voice messages, and media of an id, a type and
 * a digest.
 */
final class OnPremiseWording {
    private static final int UNKNOWN_TYPE = 501;
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");
    private static final Set<String> OF_MEDIA = Set.of("id", "mime_type", "sha256", "caption", "filename");

    private OnPremiseWording() {}

    /** Empty for what the On-Premises API had no word for: that a voice message was played. */
    static Optional<ObjectNode> of(Notice notice) {
        var body = JsonNodeFactory.instance.objectNode();
        if (notice.isMessage()) {
            if (!notice.message().type().equals("system")) {
                body.putArray("contacts").add(CloudWording.contact(notice));
            }
            body.putArray("messages").add(message(notice));
            return Optional.of(body);
        }
        if (notice.status().equals("played")) {
            return Optional.empty();
        }
        body.putArray("statuses").add(status(notice));
        return Optional.of(body);
    }

    private static ObjectNode message(Notice notice) {
        var message = notice.message();
        var type = type(message);
        var told = JsonNodeFactory.instance.objectNode();
        told.put(notice.isUserId() ? "from_user_id" : "from", message.peer())
                .put("id", notice.messageId())
                .put("timestamp", notice.timestamp())
                .put("type", type);
        if (type.equals("unknown")) {
            told.putArray("errors")
                    .addObject()
                    .put("code", UNKNOWN_TYPE)
                    .put("title", "Unknown message type")
                    .put("details", "Message type is not currently supported");
        } else {
            var content = content(message);
            if (!content.isEmpty()) {
                told.set(type, content);
            }
        }
        InboundContent.addNotes(told, message);
        return told;
    }

    private static String type(MessageView message) {
        return switch (message.type()) {
            case "audio" -> message.content().path("voice").asBoolean() ? "voice" : "audio";
            case "unsupported" -> "unknown";
            default -> message.type();
        };
    }

    private static JsonNode content(MessageView message) {
        var content = InboundContent.of(message);
        return MEDIA.contains(message.type()) && content instanceof ObjectNode media
                ? media.deepCopy().retain(OF_MEDIA)
                : content;
    }

    private static ObjectNode status(Notice notice) {
        var status = JsonNodeFactory.instance
                .objectNode()
                .put("id", notice.messageId())
                .put("recipient_id", notice.message().peer())
                .put("status", notice.status())
                .put("timestamp", notice.timestamp())
                .put("type", "message")
                .put("chasqui_id", notice.message().id().toString());
        status.putObject("message").put("recipient_id", notice.message().peer());
        if (notice.callbackData() != null) {
            status.put("biz_opaque_callback_data", notice.callbackData());
        }
        if (notice.pricing().isObject()) {
            status.set("pricing", notice.metasPricing());
        }
        if (notice.status().equals("failed")) {
            status.putArray("errors")
                    .addObject()
                    .put("code", ErrorCodes.onPremise(notice.errorCode()))
                    .put("title", notice.errorTitle())
                    .put("details", "(#" + notice.errorCode() + ") " + notice.errorDetails());
        }
        return status;
    }
}
