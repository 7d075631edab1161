package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PumpsTest {
    private static final Queue.Due DUE = new Queue.Due(QuietNode.NUMBER, Lane.UTILITY);

    private final Pumps pumps = new Pumps();
    private final Leases leases = new Leases();
    private final World world = new World();

    @BeforeEach
    void open() {
        pumps.leases = leases;
        pumps.numbers = new PhoneNumbers() {
            @Override
            public Optional<SenderNumber> byId(UUID id) {
                return Optional.of(world.number);
            }
        };
        pumps.open(world);
    }

    @Test
    void theEndWaitsForAClaimThatIsBeingMadeAndReleasesTheLeaseAfterIt() throws InterruptedException {
        pumps.ring(DUE);
        world.asked.await();
        var stopping = CompletableFuture.supplyAsync(pumps::stop);

        world.answer.countDown();
        var ended = stopping.join();

        assertThat(world.sent).as("what was claimed is on its way").hasSize(1);
        assertThat(leases.released).as("calls are under way still").hasValue(0);
        pumps.release(ended);
        assertThat(leases.released).hasValue(1);
        pumps.ring(DUE);
        assertThat(leases.asked).as("no pump begins any more").hasValue(1);
    }

    @Test
    void aLeaseThatAnotherNodeHasIsNotAskedForWithEachRing() {
        leases.free.set(null);

        assertThat(pumps.ring(DUE)).isFalse();
        assertThat(pumps.ring(DUE)).isFalse();

        assertThat(leases.asked).hasValue(1);
    }

    @Test
    void theSweepLeavesToOthersWhatTheyHave() {
        leases.elsewhere = Set.of(QuietNode.NUMBER);

        pumps.ringAll(List.of(DUE));

        assertThat(leases.asked).hasValue(0);
    }

    private static final class Leases extends NumberLeases {
        private final AtomicReference<Lease> free = new AtomicReference<>(new Lease(QuietNode.NUMBER, 1));
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger released = new AtomicInteger();
        private Set<UUID> elsewhere = Set.of();

        @Override
        public Lease acquire(UUID numberId) {
            asked.incrementAndGet();
            return free.get();
        }

        @Override
        public void release(Lease lease) {
            released.incrementAndGet();
        }

        @Override
        public Set<UUID> heldElsewhere() {
            return elsewhere;
        }
    }

    /** One message waits; the claim of it answers when the test says so. */
    private static final class World extends QuietNode {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch answer = new CountDownLatch(1);
        private final BlockingQueue<Claim> sent = new LinkedBlockingQueue<>();

        @Override
        public List<Claim> claim(UUID numberId, Lane lane, long epoch, int limit) {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return List.of(claim(lane));
        }

        @Override
        public void send(NumberPump pump, SenderNumber to, Claim claim) {
            sent.add(claim);
        }
    }
}
