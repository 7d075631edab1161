package org.chasqui.messaging.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The law: who has registered is told exactly once, and gives his one place back, whatever meets whatever. */
class WaitersRaceTest {
    private static final int REQUESTS = 40;
    private static final int HANDS = 4;

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void whoWaitsIsToldOnce(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        var waiters = new Waiters();
        waiters.reader = new Moody(new Random(random.nextLong()));
        waiters.open(REQUESTS);
        var tellings = new CompletableFuture<?>[REQUESTS];
        var hands = Executors.newFixedThreadPool(HANDS);
        try {
            var deeds = new ArrayList<Runnable>();
            for (int i = 0; i < REQUESTS; i++) {
                var waiter = waiters.register(id(i), Duration.ofMillis(random.nextInt(200)));
                assertThat(waiter).isNotNull();
                tellings[i] = waiter.outcome();
                deeds.addAll(deedsAbout(waiter, waiters, random));
            }
            Collections.shuffle(deeds, random);
            deeds.forEach(hands::execute);

            CompletableFuture.allOf(tellings).get(30, TimeUnit.SECONDS);

            hands.shutdown();
            assertThat(hands.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertAllPlacesAreFreeAndNoneMore(waiters);
        } finally {
            hands.shutdownNow();
            waiters.close(Duration.ZERO);
        }
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void whoWaitsIsToldOnceAlsoWhenTheNodeEndsMeanwhile(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        var waiters = new Waiters();
        waiters.reader = new Moody(new Random(random.nextLong()));
        waiters.open(REQUESTS);
        var tellings = new ArrayList<CompletableFuture<?>>();
        var ending = new Thread(() -> waiters.close(Duration.ofMillis(random.nextInt(20))));

        for (int i = 0; i < REQUESTS; i++) {
            if (i == REQUESTS / 2) {
                ending.start();
            }
            var waiter = waiters.register(id(i), Duration.ofSeconds(50));
            if (waiter != null) {
                tellings.add(waiter.outcome());
                deedsAbout(waiter, waiters, random).forEach(Runnable::run);
            }
        }
        ending.join();

        CompletableFuture.allOf(tellings.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
    }

    /** Some are moved, twice or back and forth; some are given up by their request; some just wait. */
    private static List<Runnable> deedsAbout(Waiter waiter, Waiters waiters, Random random) {
        var id = waiter.messageId();
        return switch (random.nextInt(4)) {
            case 0 ->
                List.of(
                        () -> waiters.moved(WaitingTold.moved(id, MessageStatus.ACCEPTED)),
                        () -> waiters.moved(WaitingTold.moved(id, MessageStatus.SENT)));
            case 1 ->
                List.of(
                        () -> waiters.moved(WaitingTold.moved(id, MessageStatus.QUEUED)),
                        () -> waiters.moved(WaitingTold.moved(id, MessageStatus.UNCERTAIN)));
            case 2 ->
                List.of(() -> waiters.moved(WaitingTold.moved(id, MessageStatus.FAILED)), () -> waiters.forget(waiter));
            default -> List.of();
        };
    }

    private static void assertAllPlacesAreFreeAndNoneMore(Waiters waiters) {
        int next = REQUESTS;
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        int taken = 0;
        while (taken < REQUESTS && System.nanoTime() < end) {
            // The last of them may still be on its way to give its place back.
            taken += waiters.register(id(next++), Duration.ofSeconds(50)) == null ? 0 : 1;
        }
        assertThat(taken).isEqualTo(REQUESTS);
        assertThat(waiters.register(id(next), Duration.ofSeconds(50))).isNull();
    }

    /** A database that is away at times, finds nothing at others, and takes its time. */
    private static final class Moody extends MessageReader {
        private final Random random;

        Moody(Random random) {
            this.random = random;
        }

        @Override
        List<UUID> answered(Collection<UUID> ids) {
            mind();
            return ids.stream().filter(id -> random.nextBoolean()).toList();
        }

        @Override
        List<MessageView> ofAnyWorkspace(Collection<UUID> ids) {
            mind();
            return ids.stream()
                    .filter(id -> random.nextInt(3) > 0)
                    .map(id -> WaitingTold.message(id, MessageStatus.ACCEPTED))
                    .toList();
        }

        private void mind() {
            if (random.nextInt(3) == 0) {
                throw new IllegalStateException("away");
            }
            Thread.yield();
        }
    }

    private static UUID id(int number) {
        return new UUID(6, number);
    }
}
