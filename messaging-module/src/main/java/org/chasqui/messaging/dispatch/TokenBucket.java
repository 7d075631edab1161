package org.chasqui.messaging.dispatch;

import java.util.function.LongSupplier;

/**
 * Lets a number send at its rate and never faster: the bucket holds 50 ms worth of tokens, and what was not used is
 * lost. There is no debt to make up after a stall, so any window of one second sees at most 1.05 times the rate; the
 * rate itself is 95 % of Meta's limit. After Meta said "too fast" the rate falls to 80 % and climbs back slowly.
 *
 * <p>A tenth of the bucket, one token at least, is for one-time codes alone, so that a code finds a token also while a
 * backlog takes each as it comes. A number so slow that it never has three keeps none back.
 */
final class TokenBucket {
    private static final double HEADROOM = 0.95;
    private static final double CAPACITY_SECONDS = 0.05;
    private static final double MOST_OWED_SECONDS = 0.25;
    private static final double FOR_CODES = 0.1;
    private static final double CUT = 0.8;
    private static final double RECOVERY_PER_SECOND = 0.02;
    private static final double LOWEST_FACTOR = 0.1;
    private static final double NANOS = 1e9;
    private static final long SECOND = 1_000_000_000;
    private static final long NEVER = Long.MIN_VALUE;

    private final LongSupplier nanoTime;
    private double limit;
    private double factor = 1;
    private double tokens;
    private long filledAt;
    private long cutAt = NEVER;
    private long grownAt;

    /**
     * A bucket that starts empty, so that a number which changed nodes cannot burst.
     *
     * @param messagesPerSecond Meta's limit
     * @param nanoTime monotonic time in nanoseconds
     */
    TokenBucket(int messagesPerSecond, LongSupplier nanoTime) {
        this.limit = messagesPerSecond;
        this.nanoTime = nanoTime;
        this.filledAt = nanoTime.getAsLong();
        this.grownAt = filledAt;
    }

    /** Meta has raised or lowered the limit. */
    synchronized void limit(int messagesPerSecond) {
        limit = messagesPerSecond;
    }

    /** Takes up to the wanted number of tokens; answers how many it took. */
    synchronized int take(int wanted) {
        return take(wanted, true);
    }

    /**
     * Takes up to the wanted number of tokens; answers how many it took.
     *
     * @param forCodes whether what is kept for one-time codes may be taken too
     */
    synchronized int take(int wanted, boolean forCodes) {
        fill();
        int taken = (int) Math.max(0, Math.min(wanted, Math.floor(tokens - kept(forCodes))));
        tokens -= taken;
        return taken;
    }

    /** Gives back tokens that were taken and not needed. */
    synchronized void giveBack(int unused) {
        tokens = Math.min(capacity(), tokens + unused);
    }

    /**
     * Inbound messages count against the throughput of a number too (Meta, Cloud API reference). A busy number has no tokens
     * to take them from, so it owes them; never more than a quarter of a second's worth, or a crowd that writes would
     * silence it.
     */
    synchronized void debit(int messages) {
        fill();
        tokens = Math.max(-rate() * MOST_OWED_SECONDS, tokens - messages);
    }

    /** Forgets what has gathered: another node may have sent for the number until just now. */
    synchronized void empty() {
        fill();
        tokens = 0;
    }

    /**
     * Meta said that the throughput is used up (130429). The answers to one burst come together and mean one thing: within
     * a second of a cut they only empty the bucket.
     */
    synchronized void slowDown() {
        fill();
        tokens = 0;
        long now = nanoTime.getAsLong();
        if (cutAt != NEVER && now - cutAt < SECOND) {
            return;
        }
        factor = Math.max(LOWEST_FACTOR, factor * CUT);
        cutAt = now;
        grownAt = now;
    }

    /** Nanoseconds until at least one token is there; 0 when there is one. */
    synchronized long nanosUntilToken() {
        return nanosUntilToken(true);
    }

    /** As above, for whoever may take what is kept for one-time codes, or may not. */
    synchronized long nanosUntilToken(boolean forCodes) {
        fill();
        double missing = 1 + kept(forCodes) - tokens;
        return missing <= 0 ? 0 : (long) Math.ceil(missing / rate() * NANOS);
    }

    /** Messages per second that the bucket lets through now. */
    synchronized double rate() {
        return limit * HEADROOM * factor;
    }

    /** How many of the tokens are missing that are kept for one-time codes. */
    synchronized int owedToCodes() {
        return (int) Math.max(0, Math.ceil(kept(false) - tokens));
    }

    private double kept(boolean forCodes) {
        return forCodes || capacity() < 3 ? 0 : Math.max(1, Math.floor(capacity() * FOR_CODES));
    }

    private double capacity() {
        return Math.max(1, rate() * CAPACITY_SECONDS);
    }

    private void fill() {
        long now = nanoTime.getAsLong();
        double seconds = Math.max(0, now - filledAt) / NANOS;
        tokens = Math.min(capacity(), tokens + seconds * rate());
        if (factor < 1 && now - grownAt >= SECOND) {
            factor = Math.min(1, factor + RECOVERY_PER_SECOND * (now - grownAt) / NANOS);
            grownAt = now;
        }
        filledAt = now;
    }
}
