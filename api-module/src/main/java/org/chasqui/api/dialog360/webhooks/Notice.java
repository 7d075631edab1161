package org.chasqui.api.dialog360.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Recipient;

/**
 * What is to be told, before it is worded.
 *
 * @param wabaId Meta's id of the account
 * @param displayNumber digits of the number
 * @param type of the event
 * @param at when it happened, for a step; for a message when it was written
 * @param error why it failed: {@code {code, title, details?, advice}}; missing otherwise
 * @param pricing {@code {model?, type?, category?, billable?}}; missing when Meta has said nothing
 */
record Notice(
        String wabaId,
        String displayNumber,
        String type,
        Instant at,
        MessageView message,
        JsonNode error,
        JsonNode pricing) {
    private static final int SOMETHING_WENT_WRONG = 131000;

    boolean isMessage() {
        return type.equals(NoticeEvents.RECEIVED);
    }

    /** Meta's word for the step. */
    String status() {
        return NoticeEvents.STATUSES.getOrDefault(type, "failed");
    }

    /** Unix seconds as a text, as Meta writes them. */
    String timestamp() {
        return Long.toString(at.getEpochSecond());
    }

    /** Meta's id; ours for a message that has never come to Meta. */
    String messageId() {
        var wamid = message.wamid();
        return wamid == null ? message.id().toString() : wamid;
    }

    /** Whether the person is known by a business-scoped user id alone. */
    boolean isUserId() {
        return Recipient.isUserId(message.peer());
    }

    int errorCode() {
        int code = error.path("code").asInt();
        return code == 0 ? SOMETHING_WENT_WRONG : code;
    }

    String errorTitle() {
        return error.path("title").asText("Something went wrong");
    }

    String errorDetails() {
        if (type.equals("message.expired")) {
            return "Its time was over before it could be sent.";
        }
        if (type.equals("message.cancelled")) {
            return "It was withdrawn before it was sent.";
        }
        return error.path("details").asText(errorTitle());
    }

    /** {@code {pricing_model, billable, category, type}} as far as they are known; missing when none is. */
    JsonNode metasPricing() {
        if (!pricing.isObject()) {
            return pricing;
        }
        var told = JsonNodeFactory.instance.objectNode();
        pricing.properties()
                .forEach(part ->
                        told.set(part.getKey().equals("model") ? "pricing_model" : part.getKey(), part.getValue()));
        return told;
    }
}
