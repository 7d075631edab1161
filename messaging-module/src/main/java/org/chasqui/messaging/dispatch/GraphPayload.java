package org.chasqui.messaging.dispatch;

import org.chasqui.messaging.messages.ledger.Claim;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /{phone_number_id}/messages} (Meta, Cloud API reference). The content was serialised when the message
 * was accepted; here it is only put into its envelope, together with the mark that every status webhook will echo.
 */
public final class GraphPayload {
    private GraphPayload() {}

    static String of(Claim claim, String content) {
        return of(
                claim.peer(),
                claim.type(),
                content,
                claim.replyTo(),
                CallbackData.of(claim.messageId(), claim.attempt()));
    }

    /**
     * The body for a message.
     *
     * @param peer digits of the recipient, or a business-scoped user id
     * @param type Cloud API type, which is also the name of the content's member
     * @param content the object (for contacts the array) of that type as JSON text
     * @param replyTo wamid of the message that it answers; null when it answers none
     * @param callbackData what Meta echoes in its status webhooks
     */
    public static String of(String peer, String type, String content, @Nullable String replyTo, String callbackData) {
        return "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\"," + recipient(peer)
                + (replyTo == null ? "" : ",\"context\":{\"message_id\":\"" + replyTo + "\"}") + ",\"type\":\"" + type
                + "\",\"" + type + "\":" + content + ",\"biz_opaque_callback_data\":\"" + callbackData + "\"}";
    }

    /** Meta takes a phone number as {@code to} and a business-scoped user id, which has a point, as {@code recipient}. */
    private static String recipient(String peer) {
        return peer.indexOf('.') < 0 ? "\"to\":\"+" + peer + "\"" : "\"recipient\":\"" + peer + "\"";
    }
}
