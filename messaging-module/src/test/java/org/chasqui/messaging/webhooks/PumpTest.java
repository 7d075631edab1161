package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

    private final Senders senders = new Senders(SENDERS);
    private final ExecutorService pumps = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        senders.stop();
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
        nobodyIsFree();
        var pump = start(desk, new Posting(() -> {}));

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

    @Test
    void oneEventCostsTwoTurns() throws InterruptedException {
        var once = new AtomicInteger();
        var desk = new Desk(4, wanted -> once.getAndIncrement() == 0 ? claims(1, System.nanoTime()) : List.of());
        var pump = start(desk, new Posting(() -> {}));

        assertThat(desk.settled.tryAcquire(1, 10, TimeUnit.SECONDS)).isTrue();
        TimeUnit.MILLISECONDS.sleep(200);

        assertThat(desk.turns)
                .as("one takes it, one writes what became of it, one may find nothing")
                .hasValueLessThan(4);
        pump.stop();
    }

    @Test
    void outcomesShareTurns() throws InterruptedException {
        var left = new AtomicInteger(2_000);
        var desk = new Desk(4, wanted -> claims(Math.min(wanted, left.getAndAdd(-wanted)), System.nanoTime()));
        var pump = start(desk, new Posting(() -> {}));

        assertThat(desk.settled.tryAcquire(2_000, 30, TimeUnit.SECONDS)).isTrue();

        assertThat(desk.turns).hasValueLessThan(200);
        pump.stop();
    }

    @Test
    void whatHasEndedIsWrittenWhenTheNodeStops() throws InterruptedException {
        var last = new CountDownLatch(1);
        var begun = new CountDownLatch(SENDERS);
        var once = new AtomicInteger();
        var desk = new Desk(SENDERS, wanted -> once.getAndIncrement() == 0 ? claims(30, System.nanoTime()) : List.of());
        var pump = start(desk, new Posting(() -> {
            begun.countDown();
            await(last);
        }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        pump.stop();
        last.countDown();

        assertThat(desk.settled.tryAcquire(SENDERS, 10, TimeUnit.SECONDS)).isTrue();
        assertThat(desk.back.tryAcquire(30 - SENDERS, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aShortRestIsNoLongerThanItMustBe() throws InterruptedException {
        var desk = new Desk(0, wanted -> List.of());
        desk.rest = Duration.ofMillis(20);
        var pump = start(desk, new Posting(() -> {}));
        TimeUnit.MILLISECONDS.sleep(500);

        assertThat(desk.turns).hasValueGreaterThan(5);
        pump.stop();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void nobodyIsFree() {
        for (int i = 0; i < SENDERS; i++) {
            senders.execute(() -> await(new CountDownLatch(1)));
        }
    }

    private Pump start(Desk desk, Posting posting) {
        var pump = new Pump(UUID.randomUUID(), desk, posting, senders, new Tempo(16));
        pumps.execute(pump);
        return pump;
    }

    private static List<Claim> claims(int count, long claimedNanos) {
        return IntStream.range(0, Math.max(0, count))
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
        private volatile Duration rest = Duration.ofMinutes(1);
        private final Semaphore back = new Semaphore(0);
        private final Semaphore settled = new Semaphore(0);

        private Desk(int places, Work work) {
            this.places = places;
            this.work = work;
        }

        @Override
        public Turn turn(UUID webhookId, Report report, Wish wish, FairTurns shares) {
            turns.incrementAndGet();
            back.release(report.unbegun().size());
            settled.release(report.settled().size());
            return new Turn(ENDPOINT, places, wish.more() == 0 ? List.of() : work.take(wish.more()), rest);
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

    private static final Endpoint ENDPOINT = new SampleEndpoint().of(UUID.randomUUID(), UUID.randomUUID(), NOW);
}
