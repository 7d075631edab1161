package org.chasqui.messaging.dispatch;

import org.chasqui.messaging.messages.ledger.Claim;

/**
 * The body of {@code POST /{phone_number_id}/messages} (Meta, Cloud API reference). The content was serialised when the message
 * was accepted; here it is only put into its envelope, together with the mark that every status webhook will echo.
 */
public final class GraphPayload {
    private GraphPayload() {}

    static String of(Claim claim) {
        return of(claim.peer(), claim.type(), claim.content(), CallbackData.of(claim.messageId(), claim.attempt()));
    }

    /**
     * The body for a message.
     *
     * @param peer digits of the recipient
     * @param type Cloud API type, which is also the name of the content's member
     * @param content the object of that type as JSON text
     * @param callbackData what Meta echoes in its status webhooks
     */
    public static String of(String peer, String type, String content, String callbackData) {
        return "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"+" + peer
                + "\",\"type\":\"" + type + "\",\"" + type + "\":" + content + ",\"biz_opaque_callback_data\":\""
                + callbackData + "\"}";
    }
}
