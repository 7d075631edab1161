package org.chasqui.messaging.webhooks;

import java.util.UUID;

/** Fired inside the transaction in which an endpoint is removed, for whoever has noted anything about it. */
public record WebhookRemoved(UUID workspaceId, UUID webhookId) {}
