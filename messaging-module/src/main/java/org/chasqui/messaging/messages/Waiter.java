package org.chasqui.messaging.messages;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One request that waits for Meta's answer to its message. It ends once, whoever comes first: who has read the answer, the end of
 * its patience, or the end of this node.
 */
final class Waiter {
    private enum Step {
        /** Nothing is known yet. */
        WAITING,
        /** The message is being read. */
        ASKING,
        /** Somebody tells, or has told, what became of it. */
        ENDED
    }

    private final UUID messageId;
    private final long since;
    private final long patience;
    private final AtomicReference<Step> step = new AtomicReference<>(Step.WAITING);
    private final CompletableFuture<Optional<MessageView>> outcome = new CompletableFuture<>();

    /** @param since in the nanoseconds of {@link System#nanoTime()} */
    Waiter(UUID messageId, long since, Duration patience) {
        this.messageId = messageId;
        this.since = since;
        this.patience = patience.toNanos();
    }

    UUID messageId() {
        return messageId;
    }

    /**
     * The message as it stands when Meta has answered or the patience is over; empty when nobody could read it. Completes on a
     * thread on which the answer may be written.
     */
    CompletableFuture<Optional<MessageView>> outcome() {
        return outcome;
    }

    boolean hasWaited(Duration time, long now) {
        return now - since >= time.toNanos();
    }

    boolean isOver(long now) {
        return now - since >= patience;
    }

    boolean isOver(Duration grace, long now) {
        return now - since >= patience + grace.toNanos();
    }

    boolean isWaiting() {
        return step.get() == Step.WAITING;
    }

    /** Whether the caller is the one to read the message. */
    boolean ask() {
        return step.compareAndSet(Step.WAITING, Step.ASKING);
    }

    /** The message could not be read. */
    void waitOn() {
        step.compareAndSet(Step.ASKING, Step.WAITING);
    }

    /** Whether the caller is the one to complete the outcome. */
    boolean end() {
        return step.getAndSet(Step.ENDED) != Step.ENDED;
    }
}
