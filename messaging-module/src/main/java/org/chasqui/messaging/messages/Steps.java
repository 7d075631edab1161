package org.chasqui.messaging.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chasqui.messaging.messages.ledger.MessageState;
import org.jspecify.annotations.Nullable;

/** The steps of a message in the order of time, read off its state. */
final class Steps {
    private static final Duration WHOLE_SECOND = Duration.ofSeconds(1);

    private final List<StatusStep> steps = new ArrayList<>();

    private Steps() {}

    static List<StatusStep> of(Direction direction, Instant createdAt, MessageState state) {
        if (direction == Direction.INBOUND) {
            var received = new StatusStep(MessageStatus.RECEIVED, createdAt);
            return state.readAt() == null
                    ? List.of(received)
                    : List.of(received, new StatusStep(MessageStatus.READ, state.readAt()));
        }
        var steps = new Steps();
        steps.add(MessageStatus.QUEUED, createdAt);
        steps.add(MessageStatus.SENDING, state.sendingAt());
        steps.add(MessageStatus.UNCERTAIN, state.uncertainAt());
        steps.add(MessageStatus.ACCEPTED, state.acceptedAt());
        steps.add(MessageStatus.SENT, state.sentAt());
        steps.add(MessageStatus.DELIVERED, state.deliveredAt());
        steps.add(MessageStatus.READ, state.readAt());
        steps.add(MessageStatus.PLAYED, state.playedAt());
        steps.add(MessageStatus.FAILED, state.failedAt());
        if (state.endedAs() != null) {
            steps.add(state.endedAs(), state.endedAt());
        }
        return steps.inOrder();
    }

    private void add(MessageStatus status, @Nullable Instant at) {
        if (at != null) {
            steps.add(new StatusStep(status, notBeforeTheLast(at)));
        }
    }

    /** Meta tells whole seconds: a step may seem to come a moment before the one that it must follow. */
    private Instant notBeforeTheLast(Instant at) {
        if (steps.isEmpty()) {
            return at;
        }
        var last = steps.get(steps.size() - 1).at();
        boolean within = at.isBefore(last) && at.plus(WHOLE_SECOND).isAfter(last);
        return within ? last : at;
    }

    /** By time; steps of the same time keep the order in which they must have happened (the sort is stable). */
    private List<StatusStep> inOrder() {
        steps.sort(Comparator.comparing(StatusStep::at));
        return List.copyOf(steps);
    }
}
