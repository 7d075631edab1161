package org.chasqui.api.dialog360.webhooks;

import java.time.Instant;
import java.util.UUID;

/**
 * The endpoint of an account: of all its numbers that have none of their own.
 *
 * @param accountId our id of the WABA
 * @param webhookId the endpoint of messaging, which somebody may have removed since
 */
record AccountCallback(UUID accountId, UUID workspaceId, UUID webhookId, Instant createdAt) {}
