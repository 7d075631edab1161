package org.chasqui.messaging.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands now.
 *
 * @param id our id
 * @param workspaceId owner
 * @param numberId our id of the sender number
 * @param phoneNumberId Meta's id of the sender number
 * @param direction who wrote it
 * @param peer the person: digits of the phone number, or a business-scoped user id
 * @param peerName profile name; null when unknown
 * @param type Cloud API type: text, template, image …
 * @param content the object of that type as Graph takes or gives it, under the name of the type; as last edited
 * @param template name of the template; null for other types
 * @param category Meta's category of the template in lower case; {@code service} for free-form messages
 * @param status where it stands
 * @param steps every step that is known, in the order of time
 * @param wamid Meta's id; null until Meta accepted it
 * @param conversationId the conversation it belongs to
 * @param error why it failed or why it is uncertain; null otherwise
 * @param pricing what Meta said about its price; null until said
 * @param attempts how many times a call to Meta was begun
 * @param createdAt when it was accepted here, or when the person wrote it
 * @param expiresAt when it is no longer worth sending; null for inbound messages
 * @param notes context, origin, and what later messages did to it
 * @param replyTo wamid of the message that an outbound message answers; null when it answers none
 */
public record MessageView(
        UUID id,
        UUID workspaceId,
        UUID numberId,
        String phoneNumberId,
        Direction direction,
        String peer,
        @Nullable String peerName,
        String type,
        JsonNode content,
        @Nullable String template,
        @Nullable String category,
        MessageStatus status,
        List<StatusStep> steps,
        @Nullable String wamid,
        @Nullable UUID conversationId,
        @Nullable MessageError error,
        @Nullable Pricing pricing,
        int attempts,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable String replyTo,
        MessageNotes notes) {}
