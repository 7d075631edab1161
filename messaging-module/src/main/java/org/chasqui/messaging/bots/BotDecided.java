package org.chasqui.messaging.bots;

import java.util.UUID;

/** Fired inside the transaction of a decision. Pages take it as a hint. */
public record BotDecided(UUID workspaceId, UUID botId, UUID conversationId, DecisionOutcome outcome) {}
