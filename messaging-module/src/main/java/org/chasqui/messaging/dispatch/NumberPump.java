package org.chasqui.messaging.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.platform.accounts.SenderNumber;

/**
 * Sends what waits for one number, as long as this node holds its lease. A loop of its own thread: sleep until someone
 * rings, take tokens, claim as many messages as there are tokens, hand each to a sender. Ends when nothing was to do
 * for a while, or when the lease is lost.
 *
 * <p>A one-time code waits for nobody: it ends the pause between two rounds, finds tokens and places that others leave
 * for it, and is on its way before another lane is looked at.
 */
final class NumberPump {
    private static final Logger LOG = System.getLogger(NumberPump.class.getName());
    private static final Duration IDLE = Duration.ofSeconds(5);

    /** Between two claims of a busy number: long enough to claim in batches, shorter than the bucket is deep. */
    private static final Duration PACE = Duration.ofMillis(25);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int LARGEST_CLAIM = 100;

    /** How long a message is put back while Meta's word keeps the number from sending. */
    private static final Duration OBSTACLE = Duration.ofSeconds(15);

    private final UUID numberId;
    private final PumpContext context;
    private final NumberLeases.Lease lease;
    private final TokenBucket bucket;
    private final PairLimiter pairs;
    private final LaneShares shares = new LaneShares();
    private final RateMeter meter;
    private final Places places;
    private final LaneBells bells = new LaneBells();
    private final AtomicInteger unreached = new AtomicInteger();
    private volatile long trustedUntil;
    private volatile boolean stopped;
    private volatile boolean yielding;

    NumberPump(SenderNumber number, NumberLeases.Lease lease, NumberLimits limits, PumpContext context) {
        this.numberId = number.id();
        this.lease = lease;
        this.context = context;
        this.bucket = limits.bucket();
        this.pairs = limits.pairs();
        this.meter = new RateMeter(System::nanoTime);
        this.places = new Places(context);
        trustLease();
    }

    UUID numberId() {
        return numberId;
    }

    NumberLeases.Lease lease() {
        return lease;
    }

    double sentPerSecond() {
        return meter.perSecond();
    }

    /** Something new may be due in a lane. */
    void ring(Lane lane) {
        bells.ring(lane);
    }

    /** A call has ended, and the next message to the same person may have waited for it. */
    void ringAfterCall(Lane lane) {
        bells.ringAgain(lane);
    }

    /** The lease was renewed just now. */
    void trustLease() {
        trustedUntil = System.nanoTime() + NumberLeases.TRUST.toNanos();
    }

    /** Whether the lease still holds for certain; before each call this is looked at once more. */
    boolean isTrusted() {
        return System.nanoTime() - trustedUntil < 0;
    }

    void stop() {
        stopped = true;
        bells.wake();
    }

    /** Ends the pump for the sake of another node, when the calls that are under way have ended. */
    void yieldNumber() {
        yielding = true;
        bells.wake();
    }

    boolean isYielding() {
        return yielding;
    }

    /** Meta said "too fast". */
    void slowDown() {
        bucket.slowDown();
    }

    /** A call has reached Meta, or not; answers how many in a row have not. */
    int noteReach(boolean reached) {
        return reached ? unreached.updateAndGet(count -> 0) : unreached.incrementAndGet();
    }

    /** A call has ended and its place is free. */
    void callEnded(boolean accepted) {
        places.giveBack(1);
        if (accepted) {
            meter.mark();
        }
    }

    /** Runs until there is nothing to do, the lease is lost or {@link #stop()} is called. */
    void run() {
        long idleSince = System.nanoTime();
        while (!stopped && !yielding && isTrusted() && System.nanoTime() - idleSince < IDLE.toNanos()) {
            try {
                if (bells.isAnyRungOrSleep()) {
                    idleSince = System.nanoTime();
                    round();
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "claiming for number {0} failed, trying again: {1}", numberId, failed);
                LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            }
        }
    }

    /**
     * Waits for the calls that are under way: while they are, the next node must not begin, or the two together would
     * be faster than the number may be.
     */
    void drain() throws InterruptedException {
        while (!stopped && isTrusted() && !places.takeAll()) {
            // The lease goes on being renewed meanwhile.
        }
    }

    private void round() throws InterruptedException {
        bells.beginRound();
        var number = context.number(numberId);
        if (number.isEmpty()) {
            stopped = true;
            return;
        }
        long rest = context.nanosOfHold(numberId);
        if (rest > 0) {
            bells.sleep(Math.min(rest, AFTER_FAILURE.toNanos()));
            return;
        }
        bucket.limit(number.get().messagesPerSecond());
        boolean hasCodes = bells.isRung(Lane.AUTHENTICATION);
        int most = context.isOnProbation(numberId) ? 1 : LARGEST_CLAIM;
        int taken = places.take(most, hasCodes);
        int tokens = bucket.take(taken, hasCodes);
        places.giveBack(taken - tokens);
        if (tokens == 0) {
            bells.pause(Math.max(1_000_000, Math.min(bucket.nanosUntilToken(hasCodes), PACE.toNanos())));
            return;
        }
        int owed = hasCodes ? Math.max(bucket.owedToCodes(), places.owedToCodes()) : 0;
        int unused = tokens - claim(number.get(), tokens, owed);
        bucket.giveBack(unused);
        places.giveBack(unused);
        if (bells.isAnyRung()) {
            bells.pause(PACE.toNanos());
        }
    }

    /**
     * Claims for the lanes and sends, the most urgent first; answers how many it claimed.
     *
     * @param owed how many of the tokens come from what is kept for codes: those that codes do not need stay there
     */
    private int claim(SenderNumber number, int tokens, int owed) {
        var busy = bells.all();
        int claimed = 0;
        try {
            for (var share : shares.share(tokens, busy).entrySet()) {
                var claims = claim(share.getKey(), share.getValue());
                claimed += claims.size();
                dispatch(number, claims);
            }
            // What one lane left over goes to the others, the most urgent first.
            for (var lane : Lane.values()) {
                int left = tokens - claimed - (lane == Lane.AUTHENTICATION ? 0 : owed);
                var claims = claim(lane, left);
                claimed += claims.size();
                dispatch(number, claims);
            }
            return claimed;
        } catch (RuntimeException failed) {
            bucket.giveBack(tokens - claimed);
            places.giveBack(tokens - claimed);
            throw failed;
        }
    }

    private List<Claim> claim(Lane lane, int limit) {
        if (limit <= 0 || !bells.answer(lane)) {
            return List.of();
        }
        try {
            var claims = context.claim(numberId, lane, lease.epoch(), limit);
            if (claims.size() == limit) {
                bells.keep(lane);
            }
            return claims;
        } catch (RuntimeException failed) {
            bells.keep(lane);
            throw failed;
        }
    }

    private void dispatch(SenderNumber number, List<Claim> claims) {
        boolean obstructed = !claims.isEmpty() && context.isObstructed(numberId);
        for (var claim : claims) {
            if (!context.now().isBefore(claim.expiresAt())) {
                places.giveBack(1);
                bucket.giveBack(1);
                context.expire(claim);
                continue;
            }
            if (claim.optedOut()) {
                places.giveBack(1);
                bucket.giveBack(1);
                context.respectOptOut(claim);
                continue;
            }
            if (obstructed) {
                places.giveBack(1);
                context.postpone(claim, untilExpiry(claim, OBSTACLE));
                continue;
            }
            long wait = pairs.ask(claim.peer());
            if (wait > 0) {
                places.giveBack(1);
                bucket.giveBack(1);
                context.postpone(claim, Duration.ofNanos(wait));
            } else {
                context.send(this, number, claim);
            }
        }
    }

    private Duration untilExpiry(Claim claim, Duration most) {
        var left = Duration.between(context.now(), claim.expiresAt());
        return left.compareTo(most) < 0 ? left : most;
    }
}
