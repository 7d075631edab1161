package org.chasqui.messaging.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One number may write one message in 6 seconds to the same person. It may borrow: up to 45 within 6 seconds, and then
 * nothing until each of them is paid back with its 6 seconds (Meta, Cloud API reference).
 */
final class PairLimiter {
    private static final long INTERVAL = Duration.ofSeconds(6).toNanos();
    private static final int BURST = 45;
    private static final int MOST_PAIRS = 200_000;

    private final LongSupplier nanoTime;
    private final Cache<String, Account> accounts;

    /** A limiter for one number. */
    PairLimiter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        // Whoever was not written to for as long as the largest burst has nothing to pay back.
        this.accounts = Caffeine.newBuilder()
                .maximumSize(MOST_PAIRS)
                .expireAfterAccess(Duration.ofNanos(INTERVAL * (BURST + 1)))
                .ticker(nanoTime::getAsLong)
                .build();
    }

    /**
     * Asks to write to a person.
     *
     * @return 0 when the message may go, and it is counted; otherwise the nanoseconds to wait, and nothing is counted
     */
    long ask(String peer) {
        var account = accounts.get(peer, key -> new Account(nanoTime.getAsLong()));
        synchronized (account) {
            return account.ask(nanoTime.getAsLong());
        }
    }

    /** What one person has got: when the burst began, how large it is, when it is paid back. */
    private static final class Account {
        private long burstBegan;
        private long evenAt;
        private int burst;

        private Account(long now) {
            burstBegan = now;
            evenAt = now;
        }

        private long ask(long now) {
            if (now - evenAt >= 0) {
                burstBegan = now;
                evenAt = now;
                burst = 0;
            } else if (burst >= BURST || now - burstBegan >= INTERVAL) {
                return evenAt - now;
            }
            burst++;
            evenAt += INTERVAL;
            return 0;
        }
    }
}
