package org.chasqui.messaging.bots;

import java.util.UUID;

/** Fired inside the transaction in which a bot, its rules or its links have changed. Caches and pages look again after it. */
public record BotsChanged(UUID workspaceId, UUID botId) {}
