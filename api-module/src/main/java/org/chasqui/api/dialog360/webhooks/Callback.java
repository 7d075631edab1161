package org.chasqui.api.dialog360.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of a number.
 *
 * @param webhookId the endpoint of messaging, which somebody may have removed since
 * @param name at {@code /multi_webhook}; null for the main one
 */
record Callback(
        UUID webhookId,
        UUID workspaceId,
        UUID numberId,
        @Nullable String name,
        Instant createdAt) {}
