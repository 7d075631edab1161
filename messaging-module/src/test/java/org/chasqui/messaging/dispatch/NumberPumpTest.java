package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.platform.accounts.SenderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NumberPumpTest {
    private static final int PLACES = 64;

    private final UUID numberId = UUID.randomUUID();
    private final World world = new World();
    private Thread thread;
    private NumberPump pump;

    @AfterEach
    void stop() throws InterruptedException {
        if (pump != null) {
            pump.stop();
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    @Test
    void aCodeIsOnItsWayBeforeTheBacklogIsLookedAt() {
        world.waitingOffers.set(1_000_000);
        begin(80);
        pump.ring(Lane.MARKETING);
        world.await("marketing sent", "send MARKETING");

        world.waitingCodes.set(1);
        pump.ring(Lane.AUTHENTICATION);
        world.await("the code sent", "send AUTHENTICATION");

        var story = world.story();
        int claimed = story.indexOf("claim AUTHENTICATION");
        assertThat(story.get(claimed + 1)).isEqualTo("send AUTHENTICATION");
    }

    @Test
    void aCodeFindsAPlaceWhileCallsOfTheBacklogTakeAllThatTheyMay() {
        world.callsHang = true;
        world.waitingOffers.set(1_000_000);
        begin(1_000);
        pump.ring(Lane.MARKETING);
        world.awaitSent(Lane.MARKETING, PLACES - PLACES / 16);

        world.waitingCodes.set(1);
        pump.ring(Lane.AUTHENTICATION);

        world.await("the code sent", "send AUTHENTICATION");
        assertThat(world.sent(Lane.MARKETING)).isEqualTo(PLACES - PLACES / 16);
    }

    @Test
    void aClaimThatFailsTakesNoPlaceAlong() {
        world.failures.set(2);
        world.waitingOffers.set(1_000_000);
        world.callsHang = true;
        begin(1_000);
        pump.ring(Lane.MARKETING);

        world.awaitSent(Lane.MARKETING, PLACES - PLACES / 16);
    }

    private void begin(int messagesPerSecond) {
        var number = new SenderNumber(
                numberId,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "102290129340398",
                "688738793984038",
                "+1 555 0100",
                null,
                "GREEN",
                null,
                "STANDARD",
                messagesPerSecond,
                "CONNECTED");
        world.number = number;
        pump = new NumberPump(number, new NumberLeases.Lease(numberId, 1), NumberLimits.of(messagesPerSecond), world);
        thread = new Thread(pump::run, "pump");
        thread.start();
    }

    /** A queue that gives what the test has put into it, and a Meta that answers at once or never. */
    private final class World implements PumpContext {
        private final AtomicInteger waitingOffers = new AtomicInteger();
        private final AtomicInteger waitingCodes = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private final List<String> story = Collections.synchronizedList(new ArrayList<>());
        private final Semaphore places = new Semaphore(1_000);
        private volatile boolean callsHang;
        private volatile SenderNumber number;

        private List<String> story() {
            synchronized (story) {
                return List.copyOf(story);
            }
        }

        private long sent(Lane lane) {
            return story().stream().filter(("send " + lane)::equals).count();
        }

        private void await(String what, String event) {
            awaitTrue(what, () -> story().contains(event));
        }

        private void awaitSent(Lane lane, int count) {
            awaitTrue(count + " of " + lane, () -> sent(lane) >= count);
        }

        private void awaitTrue(String what, BooleanSupplier condition) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!condition.getAsBoolean()) {
                assertThat(System.nanoTime()).as(what).isLessThan(end);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
        }

        @Override
        public boolean isObstructed(UUID numberId) {
            return false;
        }

        @Override
        public List<Claim> claim(UUID id, Lane lane, long epoch, int limit) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the database is away");
            }
            story.add("claim " + lane);
            var waiting = switch (lane) {
                case AUTHENTICATION -> waitingCodes;
                case UTILITY -> new AtomicInteger();
                case MARKETING -> waitingOffers;
            };
            int taken = Math.min(limit, waiting.get());
            waiting.addAndGet(-taken);
            var claims = new ArrayList<Claim>();
            for (int i = 0; i < taken; i++) {
                var message = UUID.randomUUID();
                claims.add(new Claim(
                        message, id, lane, message.toString(), "template", "{}", null, 1, Instant.MAX, false, false));
            }
            return claims;
        }

        @Override
        public void send(NumberPump from, SenderNumber to, Claim claim) {
            story.add("send " + claim.lane());
            if (!callsHang) {
                from.callEnded(true);
            }
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public int slotsPerNumber() {
            return PLACES;
        }

        @Override
        public int reserve(int most) {
            return places.tryAcquire(most) ? most : 0;
        }

        @Override
        public void release(int released) {
            places.release(released);
        }

        @Override
        public Optional<SenderNumber> number(UUID id) {
            return Optional.of(number);
        }

        @Override
        public long nanosOfHold(UUID id) {
            return 0;
        }

        @Override
        public boolean isOnProbation(UUID id) {
            return false;
        }

        @Override
        public void postpone(Claim claim, Duration wait) {
            throw new AssertionError("nobody gets two");
        }

        @Override
        public void expire(Claim claim) {
            throw new AssertionError("nothing expires");
        }

        @Override
        public void respectOptOut(Claim claim) {
            throw new AssertionError("nobody has opted out");
        }
    }
}
