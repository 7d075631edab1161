package org.chasqui.api.notices;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Notifications in Meta's own envelope, as Meta posts them and as gateways pass them on.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components">Meta, webhook payloads</a>
 */
public final class CloudWording {
    private static final String HREF = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/";

    private CloudWording() {}

    /** The body of one notification. */
    public static ObjectNode of(Notice notice) {
        var body = JsonNodeFactory.instance.objectNode().put("object", "whatsapp_business_account");
        var entry = body.putArray("entry").addObject().put("id", notice.wabaId());
        var change = entry.putArray("changes").addObject();
        var value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", notice.displayNumber())
                .put("phone_number_id", notice.message().phoneNumberId());
        if (notice.isMessage()) {
            addMessage(value, notice);
        } else {
            value.putArray("statuses").add(status(notice));
        }
        change.put("field", "messages");
        return body;
    }

    private static void addMessage(ObjectNode value, Notice notice) {
        var message = notice.message();
        if (!message.type().equals("system")) {
            value.putArray("contacts").add(contact(notice));
        }
        var told = JsonNodeFactory.instance.objectNode();
        told.put(notice.isUserId() ? "from_user_id" : "from", message.peer())
                .put("id", notice.messageId())
                .put("timestamp", notice.timestamp())
                .put("type", message.type());
        var content = InboundContent.of(message);
        if (!content.isEmpty()) {
            told.set(message.type(), content);
        }
        InboundContent.addNotes(told, message);
        value.putArray("messages").add(told);
    }

    /** The person, as an entry of {@code contacts}. */
    public static ObjectNode contact(Notice notice) {
        var contact = JsonNodeFactory.instance.objectNode();
        contact.putObject("profile").put("name", notice.message().peerName());
        return contact.put(
                notice.isUserId() ? "user_id" : "wa_id", notice.message().peer());
    }

    private static ObjectNode status(Notice notice) {
        var status = JsonNodeFactory.instance
                .objectNode()
                .put("id", notice.messageId())
                .put("status", notice.status())
                .put("timestamp", notice.timestamp())
                .put(
                        notice.isUserId() ? "recipient_user_id" : "recipient_id",
                        notice.message().peer())
                // For who was answered with it, because Meta took longer than a client waits.
                .put("chasqui_id", notice.message().id().toString());
        if (notice.callbackData() != null) {
            status.put("biz_opaque_callback_data", notice.callbackData());
        }
        if (notice.pricing().isObject()) {
            status.set("pricing", notice.metasPricing());
        }
        if (notice.status().equals("failed")) {
            var error = status.putArray("errors").addObject();
            error.put("code", notice.errorCode())
                    .put("title", notice.errorTitle())
                    .put("message", notice.errorTitle());
            error.putObject("error_data").put("details", notice.errorDetails());
            error.put("href", HREF);
        }
        return status;
    }
}
