package org.chasqui.api.botmaker.notes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message beside the ledger.
 *
 * @param requestId the webhookNotificationId that the call was answered with
 * @param webhookPayload what the client wants to have back; null for nothing
 * @param variables variables that were set with the call, a JSON object as text; null for none
 */
public record MessageNote(
        UUID messageId,
        String requestId,
        @Nullable String webhookPayload,
        @Nullable String variables,
        Instant createdAt) {}
