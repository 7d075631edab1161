package org.chasqui.api.botmaker.notes;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.jspecify.annotations.Nullable;

/** What the desk hears of messages. */
final class Moves {
    private Moves() {}

    /** A message that is stored just now. */
    static Move toNew(UUID id) {
        return move(id, null, MessageStatus.QUEUED);
    }

    /** A message that has gone on. */
    static Move toSent(UUID id) {
        return move(id, MessageStatus.QUEUED, MessageStatus.SENT);
    }

    private static Move move(UUID id, @Nullable MessageStatus from, MessageStatus to) {
        return new Move(
                id,
                new UUID(1, 1),
                new UUID(2, 2),
                Direction.OUTBOUND,
                "utility",
                "order",
                null,
                "14155550123",
                Instant.parse("2026-11-22T10:00:00Z"),
                from,
                to,
                Set.of(),
                Milestones.NONE,
                Milestones.NONE);
    }
}
