package org.chasqui.messaging.dispatch;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.chasqui.messaging.messages.Lane;

/**
 * What a pump is rung for: lanes in which something may be due. It sleeps until someone rings, and a one-time code that is
 * new ends its pause between two rounds.
 */
final class LaneBells {
    private static final Duration SLEEP = Duration.ofMillis(250);

    /** The least between two claims, when codes come one after the other. */
    private static final Duration PACE_OF_CODES = Duration.ofMillis(3);

    private final Map<Lane, AtomicBoolean> rung = new EnumMap<>(Lane.class);
    private final Semaphore bell = new Semaphore(0);
    private final Semaphore codes = new Semaphore(0);

    LaneBells() {
        for (var lane : Lane.values()) {
            rung.put(lane, new AtomicBoolean());
        }
    }

    /** Something new may be due in a lane. */
    void ring(Lane lane) {
        ringAgain(lane);
        if (lane == Lane.AUTHENTICATION) {
            codes.release();
        }
    }

    /** Something that is not new may be due in a lane: it ends no pause. */
    void ringAgain(Lane lane) {
        flag(lane).set(true);
        bell.release();
    }

    /** Ends the sleep without a lane. */
    void wake() {
        bell.release();
    }

    boolean isRung(Lane lane) {
        return flag(lane).get();
    }

    /** Answers whether the lane was rung for, and forgets it: whoever rings from now on is not forgotten. */
    boolean answer(Lane lane) {
        return flag(lane).getAndSet(false);
    }

    /** Something may be left in a lane. */
    void keep(Lane lane) {
        flag(lane).set(true);
    }

    boolean isAnyRung() {
        return rung.values().stream().anyMatch(AtomicBoolean::get);
    }

    /** Which lanes are rung for now. */
    Map<Lane, Boolean> all() {
        var all = new EnumMap<Lane, Boolean>(Lane.class);
        rung.forEach((lane, flag) -> all.put(lane, flag.get()));
        return all;
    }

    /** Whether a lane is rung for; when none is, it takes a sleep to say so, which ends when someone rings. */
    boolean isAnyRungOrSleep() throws InterruptedException {
        // Before the look: whoever rings after it ends the sleep.
        bell.drainPermits();
        if (isAnyRung()) {
            return true;
        }
        sleep(SLEEP.toNanos());
        return false;
    }

    /** Sleeps that long, or until someone rings. */
    void sleep(long nanos) throws InterruptedException {
        bell.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    }

    /** A code that comes from here on ends the next pause. */
    void beginRound() {
        codes.drainPermits();
    }

    /** Lets time pass; a one-time code that is new ends it. */
    void pause(long nanos) throws InterruptedException {
        long least = Math.min(nanos, PACE_OF_CODES.toNanos());
        LockSupport.parkNanos(least);
        codes.tryAcquire(nanos - least, TimeUnit.NANOSECONDS);
    }

    private AtomicBoolean flag(Lane lane) {
        var flag = rung.get(lane);
        if (flag == null) {
            throw new IllegalStateException("no flag for " + lane);
        }
        return flag;
    }
}
