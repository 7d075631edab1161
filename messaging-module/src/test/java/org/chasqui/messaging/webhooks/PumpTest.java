package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.chasqui.messaging.events.EventView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PumpTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final int SENDERS = 2;

    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private final ExecutorService pumps = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        senders.shutdownNow();
        pumps.shutdownNow();
    }

    @Test
    void anEndpointWithMuchToSendDoesNotKeepTheSendersFromOthers() throws InterruptedException {
        var underWay = new CountDownLatch(20);
        var busy = new Desk(SENDERS, wanted -> claims(wanted, System.nanoTime()));
        start(busy, new Posting(underWay::countDown));
        assertThat(underWay.await(10, TimeUnit.SECONDS)).isTrue();

        var arrived = new CountDownLatch(1);
        var once = new AtomicInteger();
        var quiet = new Desk(SENDERS, wanted -> once.getAndIncrement() == 0 ? claims(1, System.nanoTime()) : List.of());
        start(quiet, new Posting(arrived::countDown));

        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatWaitedForTooLongGoesBackBeforeItsClaimEnds() throws InterruptedException {
        long early = System.nanoTime() - DeliveryDesk.CLAIM.minusSeconds(30).toNanos();
        var once = new AtomicInteger();
        var desk = new Desk(1, wanted -> once.getAndIncrement() == 0 ? claims(5, early) : List.of());
        var pump = new Pump(UUID.randomUUID(), desk, new Posting(() -> {}), nobodyIsFree -> {}, new Semaphore(1));
        pumps.execute(pump);

        assertThat(desk.back.tryAcquire(5, 10, TimeUnit.SECONDS)).isTrue();
        pump.stop();
    }

    @Test
    void anEndpointThatRestsCostsNoTurnForEachRing() throws InterruptedException {
        var desk = new Desk(0, wanted -> List.of());
        var pump = start(desk, new Posting(() -> {}));
        for (int i = 0; i < 100; i++) {
            pump.wake();
            TimeUnit.MILLISECONDS.sleep(5);
        }

        // One a second, however slow this machine is.
        assertThat(desk.turns).hasValueLessThan(20);
        pump.stop();
    }

    private Pump start(Desk desk, Posting posting) {
        var pump = new Pump(UUID.randomUUID(), desk, posting, senders, new Semaphore(1));
        pumps.execute(pump);
        return pump;
    }

    private static List<Claim> claims(int count, long claimedNanos) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Claim(
                        UUID.randomUUID(),
                        new EventView(UUID.randomUUID(), "message.read", NOW, UUID.randomUUID(), null, "{}"),
                        1,
                        false,
                        claimedNanos))
                .toList();
    }

    private interface Work {
        List<Claim> take(int wanted);
    }

    private static final class Desk extends DeliveryDesk {
        private final int places;
        private final Work work;
        private final AtomicInteger turns = new AtomicInteger();
        private final Semaphore back = new Semaphore(0);

        private Desk(int places, Work work) {
            this.places = places;
            this.work = work;
        }

        @Override
        public Turn turn(
                UUID webhookId, List<Settlement> settled, List<Claim> unbegun, int busy, int wanted, FairTurns shares) {
            turns.incrementAndGet();
            back.release(unbegun.size());
            return new Turn(ENDPOINT, places, work.take(wanted));
        }
    }

    private static final class Posting extends Sending {
        private final Runnable told;

        private Posting(Runnable told) {
            this.told = told;
        }

        @Override
        Settlement post(Endpoint endpoint, Claim claim) {
            told.run();
            return new Settlement(claim, new Outcome(Outcome.Kind.ARRIVED, null), NOW, 1, 200, null, Map.of(), "");
        }
    }

    private static final Endpoint ENDPOINT = new Endpoint(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "https://example.com/",
            false,
            List.of("*"),
            null,
            null,
            false,
            null,
            "sealed",
            null,
            null,
            WebhookStatus.ACTIVE,
            null,
            NOW,
            NOW);
}
