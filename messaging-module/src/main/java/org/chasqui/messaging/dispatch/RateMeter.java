package org.chasqui.messaging.dispatch;

import java.util.function.LongSupplier;

/** Events per second over the last five seconds. */
final class RateMeter {
    private static final int SECONDS = 5;
    private static final long NANOS = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private final long[] counts = new long[SECONDS + 1];
    private long current;

    RateMeter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.current = nanoTime.getAsLong() / NANOS;
    }

    synchronized void mark() {
        advance();
        counts[Math.floorMod(current, counts.length)]++;
    }

    synchronized double perSecond() {
        advance();
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            // The running second is not over and does not count.
            sum += i == Math.floorMod(current, counts.length) ? 0 : counts[i];
        }
        return (double) sum / SECONDS;
    }

    private void advance() {
        long now = nanoTime.getAsLong() / NANOS;
        long from = Math.max(current + 1, now - SECONDS);
        for (long second = from; second <= now; second++) {
            counts[Math.floorMod(second, counts.length)] = 0;
        }
        current = Math.max(current, now);
    }
}
