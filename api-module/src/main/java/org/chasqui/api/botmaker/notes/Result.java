package org.chasqui.api.botmaker.notes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call that was answered before it was done.
 *
 * @param requestId the webhookNotificationId that it was answered with
 * @param endpoint path of the call, without the version
 * @param to the person
 * @param webhookPayload what the client wants to have back; null for nothing
 * @param errors why it failed, as answers word it; empty when it did not
 * @param code Meta's code for why; null without one
 */
public record Result(
        String requestId,
        String endpoint,
        SenderNumber sender,
        String to,
        @Nullable String webhookPayload,
        ArrayNode errors,
        @Nullable Integer code) {
    /** The type of the event that tells it. */
    public static final String EVENT = "request.result";

    /** What the event says. */
    ObjectNode data() {
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("webhook_notification_id", requestId)
                .put("endpoint", endpoint)
                .put("phone_number_id", sender.phoneNumberId())
                .put("to", to)
                .put("result", errors.isEmpty() ? "ok" : "error");
        if (webhookPayload != null) {
            data.put("webhook_payload", webhookPayload);
        }
        if (!errors.isEmpty()) {
            data.set("errors", errors);
        }
        if (code != null) {
            data.put("code", code);
        }
        return data;
    }
}
