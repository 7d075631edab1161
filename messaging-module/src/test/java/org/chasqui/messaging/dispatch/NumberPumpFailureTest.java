package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.platform.accounts.SenderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NumberPumpFailureTest {
    private static final int PLACES = 200;
    private static final UUID NUMBER = UUID.fromString("0193d000-0000-7000-8000-0000000000aa");

    private final World world = new World();
    private final NumberPump pump =
            new NumberPump(world.number, new NumberLeases.Lease(NUMBER, 1), NumberLimits.of(1_000), world);
    private final Thread thread = new Thread(pump::run);

    @AfterEach
    void stop() throws InterruptedException {
        pump.stop();
        LockSupport.unpark(thread);
        thread.join();
    }

    @Test
    void claimsThatFailKeepNoPlaces() throws InterruptedException {
        world.claiming = lane -> {
            throw new IllegalStateException("the database is away");
        };
        thread.start();
        pump.ring(Lane.MARKETING);

        assertThat(world.asked.poll(10, TimeUnit.SECONDS)).isEqualTo(Lane.MARKETING);
        stop();

        assertThat(world.places.availablePermits()).isEqualTo(PLACES);
    }

    @Test
    void whatOneLaneGaveIsSentAlthoughTheNextLaneFails() throws InterruptedException {
        var code = claim(Lane.AUTHENTICATION);
        world.claiming = lane -> {
            if (lane != Lane.AUTHENTICATION) {
                throw new IllegalStateException("the database is away");
            }
            return List.of(code);
        };
        // Rung before it runs, so that both lanes are asked in one round, the codes first.
        pump.ring(Lane.AUTHENTICATION);
        pump.ring(Lane.UTILITY);
        thread.start();

        assertThat(world.sent.poll(10, TimeUnit.SECONDS)).isEqualTo(code);
        assertThat(world.asked.poll(10, TimeUnit.SECONDS)).isEqualTo(Lane.AUTHENTICATION);
        // Codes that may have more are asked again before the others.
        Lane next;
        do {
            next = world.asked.poll(10, TimeUnit.SECONDS);
        } while (next == Lane.AUTHENTICATION);
        assertThat(next).isEqualTo(Lane.UTILITY);
    }

    private static Claim claim(Lane lane) {
        var expires = Instant.parse("2026-11-22T10:10:00Z");
        return new Claim(
                UUID.randomUUID(), NUMBER, lane, "5511955501234", "text", "{}", null, 1, expires, false, false);
    }

    /** A node with one number. */
    private static final class World implements PumpContext {
        private final SenderNumber number = new SenderNumber(
                NUMBER, NUMBER, NUMBER, "1", "2", "+55 11 95550-0167", null, "GREEN", null, "HIGH", 1_000, "CONNECTED");
        private final Semaphore places = new Semaphore(PLACES);
        private final BlockingQueue<Lane> asked = new LinkedBlockingQueue<>();
        private final BlockingQueue<Claim> sent = new LinkedBlockingQueue<>();
        private volatile Function<Lane, List<Claim>> claiming = lane -> List.of();

        @Override
        public boolean isObstructed(UUID numberId) {
            return false;
        }

        @Override
        public Instant now() {
            return Instant.parse("2026-11-22T10:00:00Z");
        }

        @Override
        public int slotsPerNumber() {
            return PLACES;
        }

        @Override
        public int reserve(int most) {
            int taken = 0;
            while (taken < most && places.tryAcquire()) {
                taken++;
            }
            return taken;
        }

        @Override
        public void release(int released) {
            places.release(released);
        }

        @Override
        public Optional<SenderNumber> number(UUID numberId) {
            return Optional.of(number);
        }

        @Override
        public long nanosOfHold(UUID numberId) {
            return 0;
        }

        @Override
        public boolean isOnProbation(UUID numberId) {
            return false;
        }

        @Override
        public List<Claim> claim(UUID numberId, Lane lane, long epoch, int limit) {
            asked.add(lane);
            var claims = new ArrayList<>(claiming.apply(lane));
            return claims.subList(0, Math.min(limit, claims.size()));
        }

        @Override
        public void send(NumberPump pump, SenderNumber number, Claim claim) {
            sent.add(claim);
            pump.callEnded(true);
        }

        @Override
        public void postpone(Claim claim, Duration wait) {}

        @Override
        public void expire(Claim claim) {}

        @Override
        public void respectOptOut(Claim claim) {}
    }
}
