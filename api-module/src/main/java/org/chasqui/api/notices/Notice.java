package org.chasqui.api.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, before it is worded.
 *
 * @param wabaId Meta's id of the account
 * @param displayNumber digits of the number
 * @param type of the event
 * @param at when it happened, for a step; for a message when it was written
 * @param error why it failed: {@code {code, title, details?, advice}}; missing otherwise
 * @param pricing {@code {model?, type?, category?, billable?}}; missing when Meta has said nothing
 * @param callbackData what the client wants to have back with each status; null for nothing
 */
public record Notice(
        String wabaId,
        String displayNumber,
        String type,
        Instant at,
        MessageView message,
        JsonNode error,
        JsonNode pricing,
        @Nullable String callbackData) {
    private static final int SOMETHING_WENT_WRONG = 131000;

    /** Whether a person wrote it; otherwise it is a step of a message of ours. */
    public boolean isMessage() {
        return type.equals(NoticeEvents.RECEIVED);
    }

    /** Meta's word for the step. */
    public String status() {
        return NoticeEvents.STATUSES.getOrDefault(type, "failed");
    }

    /** Unix seconds as a text, as Meta writes them. */
    public String timestamp() {
        return Long.toString(at.getEpochSecond());
    }

    /** Meta's id; ours for a message that has never come to Meta. */
    public String messageId() {
        var wamid = message.wamid();
        return wamid == null ? message.id().toString() : wamid;
    }

    /** Whether the person is known by a business-scoped user id alone. */
    public boolean isUserId() {
        return Recipient.isUserId(message.peer());
    }

    /** Meta's code; 131000 when none is known. */
    public int errorCode() {
        int code = error.path("code").asInt();
        return code == 0 ? SOMETHING_WENT_WRONG : code;
    }

    /** Meta's short words for it. */
    public String errorTitle() {
        return error.path("title").asText("Something went wrong");
    }

    /** What exactly went wrong; the short words when there is no more to say. */
    public String errorDetails() {
        if (type.equals("message.expired")) {
            return "Its time was over before it could be sent.";
        }
        if (type.equals("message.cancelled")) {
            return "It was withdrawn before it was sent.";
        }
        return error.path("details").asText(errorTitle());
    }

    /** {@code {pricing_model, billable, category, type}} as far as they are known; missing when none is. */
    public JsonNode metasPricing() {
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
