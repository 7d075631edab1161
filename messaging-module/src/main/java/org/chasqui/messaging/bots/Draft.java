package org.chasqui.messaging.bots;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a bot would have answered in a conversation, kept for a person to send, to change or to throw away.
 *
 * @param decisionId the decision that it came of
 */
public record Draft(UUID conversationId, UUID decisionId, List<Reply> replies, Instant createdAt) {}
