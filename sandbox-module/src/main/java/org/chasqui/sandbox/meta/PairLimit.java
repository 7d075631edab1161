package org.chasqui.sandbox.meta;

/**
 * The limit between one business number and one user: a message every 6 s; up to 45 may be sent at once, and then the
 * time that they borrowed is paid back (a burst of 20 closes the pair for about 2 minutes). Source: Meta, "About the
 * platform", pair rate limits. Holds the time at which the pair has paid for everything; times are milliseconds.
 */
public final class PairLimit {

    static final long INTERVAL = 6_000;
    static final int BURST = 45;

    private long paidAt;
    private long burstStarted;
    private int sinceIdle;

    /** Takes one message if the pair allows it now. */
    public synchronized boolean tryTake(long now) {
        if (paidAt <= now) {
            sinceIdle = 0;
            paidAt = now;
        }
        boolean withinBurst = now < burstEnds() && sinceIdle < BURST;
        if (sinceIdle > 0 && !withinBurst) {
            return false;
        }
        if (sinceIdle == 0) {
            burstStarted = now;
        }
        sinceIdle++;
        paidAt += INTERVAL;
        return true;
    }

    /** Whether nothing is owed any more, so that the object may be forgotten. */
    public synchronized boolean isPaid(long now) {
        return paidAt <= now;
    }

    private long burstEnds() {
        return burstStarted + INTERVAL;
    }
}
