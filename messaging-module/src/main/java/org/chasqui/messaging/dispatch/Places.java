package org.chasqui.messaging.dispatch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The places for calls that one number may have under way, each of which takes one of the node's as well. Some are left to
 * one-time codes, so that a code finds one while a backlog takes each as it comes.
 */
final class Places {
    /** One place in this many is left to one-time codes. */
    private static final int PER_CODE = 16;

    private static final Duration PATIENCE = Duration.ofMillis(25);

    private final PumpContext context;
    private final Semaphore own;
    private final int forCodes;

    Places(PumpContext context) {
        this.context = context;
        this.own = new Semaphore(context.slotsPerNumber());
        this.forCodes = context.slotsPerNumber() / PER_CODE;
    }

    /**
     * Takes places; when all are taken, waits a moment for the first that is left.
     *
     * @param codes whether the places that are left to one-time codes may be taken too
     * @return how many it took, 0 to {@code most}
     */
    int take(int most, boolean codes) throws InterruptedException {
        int kept = codes ? 0 : forCodes;
        if (!own.tryAcquire(kept + 1, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            return 0;
        }
        own.release(kept);
        int taken = 1;
        while (taken < most && own.availablePermits() > kept && own.tryAcquire()) {
            taken++;
        }
        int reserved = context.reserve(taken);
        own.release(taken - reserved);
        return reserved;
    }

    /** Calls have ended, or were not needed. */
    void giveBack(int places) {
        own.release(places);
        context.release(places);
    }

    /** How many of the places are missing that are left to one-time codes. */
    int owedToCodes() {
        return Math.max(0, forCodes - own.availablePermits());
    }

    /** Waits a moment for all calls to end; then nothing can be begun any more. */
    boolean takeAll() throws InterruptedException {
        return own.tryAcquire(context.slotsPerNumber(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
