package org.chasqui.messaging.messages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.chasqui.platform.config.Settings;

/**
 * Requests that wait for Meta's answer to their message ({@code Prefer: wait}, and the dialects whose clients expect a wamid).
 *
 * <p>Each of them holds a thread of the server. So there are places for some of these threads and never for all: when a number is
 * slower than who writes through it, its callers must not keep Meta's webhooks out. Who finds no place is answered at once.
 */
@ApplicationScoped
class Waiters {
    private static final Logger LOG = System.getLogger(Waiters.class.getName());

    static final int DEFAULT_PLACES = 128;

    private static final int MOST_PLACES = 10_000;

    /** Another node may have sent the message: then no event comes here, and the rows are looked at now and then. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    @Inject
    Settings settings;

    @Inject
    MessageReader reader;

    private final Map<UUID, CountDownLatch> latches = new ConcurrentHashMap<>();
    private final ReentrantLock looking = new ReentrantLock();
    private long lookedAt = System.nanoTime();
    private int places = DEFAULT_PLACES;

    @PostConstruct
    void count() {
        provide(settings.number("chasqui.api.waiting-requests", DEFAULT_PLACES, 1, MOST_PLACES));
    }

    void provide(int number) {
        places = number;
    }

    /**
     * Registers before the message is accepted, so that an answer cannot slip by; to be followed by {@link #forget}.
     *
     * @return false when as many wait as may: this one is not to wait
     */
    boolean register(UUID messageId) {
        // Two at the same time may both find the last place, which does no harm.
        if (latches.size() >= places) {
            return false;
        }
        latches.put(messageId, new CountDownLatch(1));
        return true;
    }

    /** Waits until the outcome is known or the patience ends. */
    void await(UUID messageId, Duration patience) {
        var latch = latches.get(messageId);
        if (latch == null) {
            return;
        }
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            for (long left = patience.toNanos(); left > 0; left = deadline - System.nanoTime()) {
                if (latch.await(Math.min(LOOK_AGAIN.toNanos(), left), TimeUnit.NANOSECONDS)) {
                    return;
                }
                lookForAll();
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
            if (move.to() != MessageStatus.QUEUED) {
                answered(move.messageId());
            }
        }
    }

    /** Whoever wakes first asks for all who wait: a hundred of them cost the database one question and not a hundred. */
    private void lookForAll() {
        if (!looking.tryLock()) {
            return;
        }
        try {
            if (System.nanoTime() - lookedAt >= LOOK_AGAIN.toNanos()) {
                lookedAt = System.nanoTime();
                reader.answered(List.copyOf(latches.keySet())).forEach(this::answered);
            }
        } catch (RuntimeException unreadable) {
            // What is waited for is committed: the next look, or the end of the patience, comes in any case.
            LOG.log(Level.DEBUG, "nobody could look for answers that requests wait for", unreadable);
        } finally {
            looking.unlock();
        }
    }

    private void answered(UUID messageId) {
        var latch = latches.get(messageId);
        if (latch != null) {
            latch.countDown();
        }
    }
}
