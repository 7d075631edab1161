package org.chasqui.messaging.bots;

import java.util.List;
import java.util.UUID;

/**
 * What is decided at once: the messages that a person wrote without a pause. Claimed by a worker, who loses it when he takes
 * too long.
 *
 * @param id of the turn and of the decision about it; the same after a crash
 * @param messageIds inbound messages, as far as they were there when it was claimed
 * @param catchingUp whether old messages are answered, too
 * @param claim the worker's mark
 * @param attempt counted from 1
 */
record Turn(
        UUID id,
        UUID conversationId,
        UUID workspaceId,
        UUID numberId,
        List<UUID> messageIds,
        boolean catchingUp,
        UUID claim,
        int attempt) {}
