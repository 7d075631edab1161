package org.chasqui.messaging.webhooks;

import java.util.UUID;

/**
 * Fired inside the transaction that writes the outcome of calls to endpoints.
 *
 * @param workspaceId whose deliveries they are
 */
public record DeliveriesSettled(UUID workspaceId) {}
