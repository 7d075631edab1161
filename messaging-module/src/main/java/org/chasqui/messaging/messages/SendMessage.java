package org.chasqui.messaging.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish to send a message.
 *
 * @param workspaceId who sends
 * @param phoneNumberId our id or Meta's id of the sender number
 * @param to the recipient as the caller wrote it: a phone number, or a business-scoped user id
 * @param type Cloud API type: text, image, interactive, template …
 * @param content what stands under the name of the type in Graph's body: an object, for contacts an array
 * @param replyTo our id or the wamid of the message that it answers; null when it answers none
 * @param ttl how long it is worth sending; null for the default of its category
 * @param reservedId id that an idempotency key has reserved for the message; null to make a new one
 * @param campaignId the campaign that it belongs to; null for none
 */
public record SendMessage(
        UUID workspaceId,
        String phoneNumberId,
        String to,
        String type,
        JsonNode content,
        @Nullable String replyTo,
        @Nullable Duration ttl,
        @Nullable UUID reservedId,
        @Nullable UUID campaignId) {

    /** A message of no campaign. */
    public SendMessage(
            UUID workspaceId,
            String phoneNumberId,
            String to,
            String type,
            JsonNode content,
            @Nullable String replyTo,
            @Nullable Duration ttl,
            @Nullable UUID reservedId) {
        this(workspaceId, phoneNumberId, to, type, content, replyTo, ttl, reservedId, null);
    }

    /** A message that answers none. */
    public SendMessage(
            UUID workspaceId,
            String phoneNumberId,
            String to,
            String type,
            JsonNode content,
            @Nullable Duration ttl,
            @Nullable UUID reservedId) {
        this(workspaceId, phoneNumberId, to, type, content, null, ttl, reservedId);
    }
}
