package org.chasqui.messaging.messages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish to send a message.
 *
 * @param workspaceId who sends
 * @param phoneNumberId our id or Meta's id of the sender number
 * @param to the recipient as the caller wrote it
 * @param type Cloud API type: text or template
 * @param content the object of that type, as Graph takes it
 * @param ttl how long it is worth sending; null for the default of its category
 * @param reservedId id that an idempotency key has reserved for the message; null to make a new one
 */
public record SendMessage(
        UUID workspaceId,
        String phoneNumberId,
        String to,
        String type,
        ObjectNode content,
        @Nullable Duration ttl,
        @Nullable UUID reservedId) {}
