package org.chasqui.messaging.messages.ledger;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.jspecify.annotations.Nullable;

/**
 * A message that this node has taken for sending; the claim is committed before the call begins.
 *
 * @param attempt 1 for the first call
 * @param peer digits of the recipient, or a business-scoped user id
 * @param content the object of its type as JSON text
 * @param replyTo wamid of the message that it answers; null when it answers none
 * @param resend whether an earlier call ended without a known outcome
 * @param optedOut whether the person has opted out of such messages since it was accepted
 */
public record Claim(
        UUID messageId,
        UUID numberId,
        Lane lane,
        String peer,
        String type,
        String content,
        @Nullable String replyTo,
        int attempt,
        Instant expiresAt,
        boolean resend,
        boolean optedOut) {}
