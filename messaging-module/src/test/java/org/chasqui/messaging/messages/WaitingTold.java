package org.chasqui.messaging.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Messages of one workspace, and what is told of them. */
final class WaitingTold {
    static final UUID WORKSPACE = new UUID(1, 1);

    private static final String PEER = "14155550100";

    private WaitingTold() {}

    static MessagesMoved moved(UUID message, MessageStatus to) {
        return new MessagesMoved(
                "settle",
                List.of(new Move(
                        message,
                        WORKSPACE,
                        new UUID(2, 2),
                        Direction.OUTBOUND,
                        null,
                        null,
                        null,
                        PEER,
                        Instant.EPOCH,
                        MessageStatus.QUEUED,
                        to,
                        Set.of(),
                        Milestones.NONE,
                        Milestones.NONE)));
    }

    static MessageView message(UUID id, MessageStatus status) {
        return message(id, WORKSPACE, status);
    }

    static MessageView message(UUID id, UUID workspace, MessageStatus status) {
        return new MessageView(
                id,
                workspace,
                new UUID(2, 2),
                "106540352242922",
                Direction.OUTBOUND,
                PEER,
                null,
                "text",
                JsonNodeFactory.instance.objectNode(),
                null,
                "service",
                status,
                List.of(),
                status == MessageStatus.ACCEPTED ? "wamid." + id : null,
                new UUID(3, 3),
                null,
                null,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                MessageNotes.NONE);
    }
}
