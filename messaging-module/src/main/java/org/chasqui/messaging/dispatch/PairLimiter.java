package org.chasqui.messaging.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * One number may write one message in 6 seconds to the same person, with a burst of 45 that is paid back (cloud-api.md
 * 6). The generic cell rate algorithm: for each person one time, the moment at which the account is even again.
 */
final class PairLimiter {
    private static final long INTERVAL = Duration.ofSeconds(6).toNanos();
    private static final int BURST = 45;
    private static final long TOLERANCE = INTERVAL * (BURST - 1);
    private static final int MOST_PAIRS = 200_000;

    private final LongSupplier nanoTime;
    private final Cache<String, AtomicLong> evenAt;

    /** A limiter for one number. */
    PairLimiter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        // Whoever was not written to for the whole burst has nothing to pay back.
        this.evenAt = Caffeine.newBuilder()
                .maximumSize(MOST_PAIRS)
                .expireAfterAccess(Duration.ofNanos(TOLERANCE + INTERVAL))
                .ticker(nanoTime::getAsLong)
                .build();
    }

    /**
     * Asks to write to a person.
     *
     * @return 0 when the message may go, and it is counted; otherwise the nanoseconds to wait, and nothing is counted
     */
    long ask(String peer) {
        var even = evenAt.get(peer, key -> new AtomicLong(nanoTime.getAsLong()));
        synchronized (even) {
            long now = nanoTime.getAsLong();
            long base = Math.max(even.get(), now);
            long wait = base - now - TOLERANCE;
            if (wait > 0) {
                return wait;
            }
            even.set(base + INTERVAL);
            return 0;
        }
    }
}
