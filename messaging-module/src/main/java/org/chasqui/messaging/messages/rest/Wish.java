package org.chasqui.messaging.messages.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * What all bodies that send something have in common once they are read.
 *
 * @param content what stands under the name of the type in a body of the Cloud API
 * @param names where the client wrote what has another place there: {@code image.caption} → {@code caption}
 */
record Wish(
        @Nullable String phoneNumberId,
        @Nullable String to,
        String type,
        JsonNode content,
        @Nullable JsonNode context,
        @Nullable Long ttl,
        Map<String, String> names) {

    Wish withText(String body) {
        var text = JsonNodeFactory.instance.objectNode().put("body", body);
        return new Wish(phoneNumberId, to, type, text, context, ttl, Map.of("text.body", "text"));
    }

    SendMessage command(UUID workspaceId, @Nullable UUID reservedId) {
        return new SendMessage(
                workspaceId,
                required("phone_number_id", phoneNumberId),
                required("to", to),
                type,
                content,
                replyTo(),
                ttl == null ? null : Duration.ofSeconds(ttl),
                reservedId);
    }

    private @Nullable String replyTo() {
        if (context == null || context.isNull()) {
            return null;
        }
        if (!context.isObject() || !context.path("message_id").isTextual()) {
            throw RequestFailed.invalid("context", "must be an object with the text message_id.");
        }
        if (context.size() > 1) {
            throw RequestFailed.invalid("context", "has message_id only.");
        }
        return context.get("message_id").asText();
    }

    /** The same failure with the fields named as the client wrote them. */
    RequestFailed inWordsOfTheClient(RequestFailed failed) {
        if (names.isEmpty() || failed.fields().isEmpty()) {
            return failed;
        }
        return RequestFailed.invalid(failed.fields().stream()
                .map(error -> new FieldError(name(error.field()), error.message()))
                .toList());
    }

    private String name(String field) {
        var best = "";
        for (var place : names.keySet()) {
            if (isWithin(field, place) && place.length() > best.length()) {
                best = place;
            }
        }
        return best.isEmpty() ? field : names.get(best) + field.substring(best.length());
    }

    private static boolean isWithin(String field, String place) {
        return field.startsWith(place)
                && (field.length() == place.length() || ".[".indexOf(field.charAt(place.length())) >= 0);
    }

    static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw RequestFailed.invalid(field, "is required.");
        }
        return value;
    }
}
