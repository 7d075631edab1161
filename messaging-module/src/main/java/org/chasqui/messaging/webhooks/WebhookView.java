package org.chasqui.messaging.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as it stands; never with its secrets.
 *
 * @param numberIds our ids of the only numbers that it hears of; null for all
 * @param headerNames names of the customer's own headers
 * @param previousSecretUntil until when the previous secret signs along; null when there is none
 * @param format name of the words that it is told in: {@code chasqui} for our own, or that of a {@link WebhookFormat}
 * @param statusReason why it is not active; null when it is
 * @param restingUntil when the next call is tried after many failures; null when nothing is held back
 * @param failingSince the first failure since the last success; null when the last call succeeded
 */
public record WebhookView(
        UUID id,
        UUID workspaceId,
        String url,
        List<String> events,
        @Nullable List<UUID> numberIds,
        Set<String> headerNames,
        boolean ordered,
        @Nullable String description,
        String format,
        WebhookStatus status,
        @Nullable String statusReason,
        @Nullable Instant previousSecretUntil,
        @Nullable Instant restingUntil,
        @Nullable Instant failingSince,
        @Nullable Instant lastSuccessAt,
        Instant createdAt,
        Instant updatedAt) {}
