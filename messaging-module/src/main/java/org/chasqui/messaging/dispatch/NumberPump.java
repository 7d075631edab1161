package org.chasqui.messaging.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.platform.accounts.SenderNumber;

/**
 * Sends what waits for one number, as long as this node holds its lease. A loop of its own thread: sleep until someone
 * rings, take tokens, claim as many messages as there are tokens, hand each to a sender. Ends when nothing was to do
 * for a while, or when the lease is lost.
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
    private final Semaphore slots;
    private final Map<Lane, AtomicBoolean> rung = new EnumMap<>(Lane.class);
    private final Semaphore bell = new Semaphore(0);
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
        this.slots = new Semaphore(context.slotsPerNumber());
        for (var lane : Lane.values()) {
            rung.put(lane, new AtomicBoolean());
        }
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

    /** Something may be due in a lane. */
    void ring(Lane lane) {
        flag(lane).set(true);
        bell.release();
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
        bell.release();
    }

    /** Ends the pump for the sake of another node, when the calls that are under way have ended. */
    void yieldNumber() {
        yielding = true;
        bell.release();
    }

    boolean isYielding() {
        return yielding;
    }

    /** Meta said "too fast". */
    void slowDown() {
        bucket.slowDown();
    }

    /** A call has ended and its place is free. */
    void callEnded(boolean accepted) {
        giveBack(1);
        if (accepted) {
            meter.mark();
        }
    }

    /** Runs until there is nothing to do, the lease is lost or {@link #stop()} is called. */
    void run() {
        long idleSince = System.nanoTime();
        while (!stopped && !yielding && isTrusted() && System.nanoTime() - idleSince < IDLE.toNanos()) {
            try {
                bell.drainPermits();
                if (!isAnyRung()) {
                    bell.tryAcquire(250, TimeUnit.MILLISECONDS);
                    continue;
                }
                idleSince = System.nanoTime();
                round();
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
        int all = context.slotsPerNumber();
        while (!stopped && isTrusted() && !slots.tryAcquire(all, PACE.toMillis(), TimeUnit.MILLISECONDS)) {
            // The lease goes on being renewed meanwhile.
        }
    }

    private void round() throws InterruptedException {
        var number = context.number(numberId);
        if (number.isEmpty()) {
            stopped = true;
            return;
        }
        long rest = context.nanosOfHold(numberId);
        if (rest > 0) {
            bell.tryAcquire(Math.min(rest, AFTER_FAILURE.toNanos()), TimeUnit.NANOSECONDS);
            return;
        }
        bucket.limit(number.get().messagesPerSecond());
        int most = context.isOnProbation(numberId) ? 1 : LARGEST_CLAIM;
        int places = places(most);
        int tokens = bucket.take(places);
        giveBack(places - tokens);
        if (tokens == 0) {
            LockSupport.parkNanos(Math.max(1_000_000, Math.min(bucket.nanosUntilToken(), PACE.toNanos())));
            return;
        }
        var claims = claim(tokens);
        bucket.giveBack(tokens - claims.size());
        giveBack(tokens - claims.size());
        dispatch(number.get(), claims);
        if (isAnyRung()) {
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    /** Places for calls, of this number and of this node; when all are taken, waits a moment for the first that is left. */
    private int places(int most) throws InterruptedException {
        int taken = slots.tryAcquire(PACE.toMillis(), TimeUnit.MILLISECONDS) ? 1 : 0;
        while (taken > 0 && taken < most && slots.tryAcquire()) {
            taken++;
        }
        int reserved = taken == 0 ? 0 : context.reserve(taken);
        slots.release(taken - reserved);
        return reserved;
    }

    private void giveBack(int places) {
        slots.release(places);
        context.release(places);
    }

    private List<Claim> claim(int tokens) {
        var busy = new EnumMap<Lane, Boolean>(Lane.class);
        rung.forEach((lane, flag) -> busy.put(lane, flag.get()));
        var claims = new ArrayList<Claim>(tokens);
        for (var share : shares.share(tokens, busy).entrySet()) {
            claims.addAll(claim(share.getKey(), share.getValue()));
        }
        // What one lane left over goes to the others, the most urgent first.
        for (var lane : Lane.values()) {
            claims.addAll(claim(lane, tokens - claims.size()));
        }
        return claims;
    }

    private List<Claim> claim(Lane lane, int limit) {
        // Lowered before the look: whoever rings while we look is not forgotten.
        if (limit <= 0 || !flag(lane).getAndSet(false)) {
            return List.of();
        }
        try {
            var claims = context.claim(numberId, lane, lease.epoch(), limit);
            if (claims.size() == limit) {
                flag(lane).set(true);
            }
            return claims;
        } catch (RuntimeException failed) {
            flag(lane).set(true);
            throw failed;
        }
    }

    private void dispatch(SenderNumber number, List<Claim> claims) {
        boolean obstructed = !claims.isEmpty() && context.isObstructed(numberId);
        for (var claim : claims) {
            if (!context.now().isBefore(claim.expiresAt())) {
                giveBack(1);
                bucket.giveBack(1);
                context.expire(claim);
                continue;
            }
            if (claim.optedOut()) {
                giveBack(1);
                bucket.giveBack(1);
                context.respectOptOut(claim);
                continue;
            }
            if (obstructed) {
                giveBack(1);
                context.postpone(claim, untilExpiry(claim, OBSTACLE));
                continue;
            }
            long wait = pairs.ask(claim.peer());
            if (wait > 0) {
                giveBack(1);
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

    private boolean isAnyRung() {
        return rung.values().stream().anyMatch(AtomicBoolean::get);
    }

    private AtomicBoolean flag(Lane lane) {
        var flag = rung.get(lane);
        if (flag == null) {
            throw new IllegalStateException("no flag for " + lane);
        }
        return flag;
    }
}
