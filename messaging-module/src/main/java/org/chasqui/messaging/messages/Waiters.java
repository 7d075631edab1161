package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Requests that wait for Meta's answer to their message ({@code Prefer: wait}). */
@ApplicationScoped
class Waiters {
    /** Another node may have sent the message: then no event comes here, and the row is looked at now and then. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Map<UUID, CountDownLatch> latches = new ConcurrentHashMap<>();

    /** Registers before the message is accepted, so that an answer cannot slip by. */
    CountDownLatch register(UUID messageId) {
        var latch = new CountDownLatch(1);
        latches.put(messageId, latch);
        return latch;
    }

    /** Waits until the outcome is known or the patience ends. */
    void await(CountDownLatch latch, Duration patience, BooleanSupplier known) {
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < deadline) {
                long left = Math.min(LOOK_AGAIN.toNanos(), deadline - System.nanoTime());
                if (latch.await(Math.max(1, left), TimeUnit.NANOSECONDS) || known.getAsBoolean()) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody waits for the message any more. */
    void forget(UUID messageId) {
        latches.remove(messageId);
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesMoved event) {
        if (latches.isEmpty()) {
            return;
        }
        for (var move : event.moves()) {
            var latch = move.to() == MessageStatus.QUEUED ? null : latches.get(move.messageId());
            if (latch != null) {
                latch.countDown();
            }
        }
    }
}
