package org.chasqui.messaging.bots;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bot decided about what a person wrote.
 *
 * @param id of the turn
 * @param inbound our ids of the messages that it was about, the oldest first
 * @param replies our ids of the messages that it answered with, in their order
 * @param detail more about the reason, a sentence; null for none
 * @param ruleId the rule that decided; null when none did
 * @param durationMillis how long deciding took
 */
public record DecisionView(
        UUID id,
        UUID botId,
        UUID numberId,
        UUID conversationId,
        Instant at,
        DecisionOutcome outcome,
        Reason reason,
        @Nullable String detail,
        @Nullable UUID ruleId,
        List<UUID> inbound,
        List<UUID> replies,
        Trace trace,
        int durationMillis) {}
