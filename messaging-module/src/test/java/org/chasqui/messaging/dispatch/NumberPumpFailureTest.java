package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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

    private final World world = new World();
    private final NumberPump pump =
            new NumberPump(world.number, new NumberLeases.Lease(QuietNode.NUMBER, 1), NumberLimits.of(1_000), world);
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
        var code = QuietNode.claim(Lane.AUTHENTICATION);
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

    private static final class World extends QuietNode {
        private final Semaphore places = new Semaphore(PLACES);
        private final BlockingQueue<Lane> asked = new LinkedBlockingQueue<>();
        private final BlockingQueue<Claim> sent = new LinkedBlockingQueue<>();
        private volatile Function<Lane, List<Claim>> claiming = lane -> List.of();

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
        public List<Claim> claim(UUID numberId, Lane lane, long epoch, int limit) {
            asked.add(lane);
            var claims = new ArrayList<>(claiming.apply(lane));
            return claims.subList(0, Math.min(limit, claims.size()));
        }

        @Override
        public void send(NumberPump pump, SenderNumber to, Claim claim) {
            sent.add(claim);
            pump.callEnded(true);
        }
    }
}
