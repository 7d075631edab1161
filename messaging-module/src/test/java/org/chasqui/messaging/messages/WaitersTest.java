package org.chasqui.messaging.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitersTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int PLACES = 100;

    private final Waiters waiters = new Waiters();
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger readings = new AtomicInteger();
    private final Set<UUID> answered = ConcurrentHashMap.newKeySet();
    private volatile boolean isAway;

    WaitersTest() {
        waiters.reader = new MessageReader() {
            @Override
            List<UUID> answered(Collection<UUID> ids) {
                questions.incrementAndGet();
                checkThatItIsThere();
                return ids.stream().filter(answered::contains).toList();
            }

            @Override
            List<MessageView> ofAnyWorkspace(Collection<UUID> ids) {
                readings.incrementAndGet();
                checkThatItIsThere();
                return ids.stream()
                        .map(id -> WaitingTold.message(
                                id, answered.contains(id) ? MessageStatus.ACCEPTED : MessageStatus.QUEUED))
                        .toList();
            }
        };
    }

    private void checkThatItIsThere() {
        if (isAway) {
            throw new IllegalStateException("the database is away");
        }
    }

    @AfterEach
    void close() {
        waiters.close(Duration.ZERO);
    }

    @Test
    void whatThisNodeSendsIsToldAtOnce() {
        waiters.open(PLACES);
        var request = registered(1, LONG);

        settled(1);

        assertThat(outcome(request)).isEqualTo(MessageStatus.ACCEPTED);
        assertThat(readings).hasValue(1);
    }

    @Test
    void aMessageThatIsPutBackIsNoAnswer() {
        waiters.open(PLACES);
        var began = System.nanoTime();
        var request = registered(1, SHORT);

        waiters.moved(WaitingTold.moved(id(1), MessageStatus.QUEUED));

        assertThat(outcome(request)).as("as it stands").isEqualTo(MessageStatus.QUEUED);
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(SHORT.toNanos());
    }

    @Test
    void oneLookFindsWhatAnotherNodeHasSentForAllWhoWait() {
        waiters.open(PLACES);
        var requests = new ArrayList<Waiter>();
        for (int i = 0; i < 60; i++) {
            requests.add(registered(i, LONG));
            answered.add(id(i));
        }

        assertThat(requests).allSatisfy(request -> assertThat(outcome(request)).isEqualTo(MessageStatus.ACCEPTED));

        assertThat(questions.get()).isLessThan(60);
        assertThat(readings.get()).isLessThan(60);
    }

    @Test
    void whoFindsNoPlaceDoesNotWait() {
        waiters.open(2);
        var first = registered(1, LONG);
        registered(2, LONG);

        assertThat(waiters.register(id(3), LONG)).isNull();

        waiters.forget(first);
        assertThat(waiters.register(id(3), LONG)).isNotNull();
        assertThat(first.outcome()).isCompleted();
    }

    @Test
    void oneMessageIsWaitedForOnceAtATime() {
        waiters.open(PLACES);
        var first = registered(1, LONG);

        assertThat(waiters.register(id(1), LONG)).isNull();

        settled(1);
        assertThat(outcome(first)).isEqualTo(MessageStatus.ACCEPTED);
        awaitPlaceFor(1);
    }

    @Test
    void aPlaceIsTakenUntilTheAnswerIsWritten() throws InterruptedException {
        waiters.open(1);
        var writing = new CountDownLatch(1);
        var written = new CountDownLatch(1);
        var request = registered(1, LONG);
        var end = request.outcome().thenRun(() -> {
            writing.countDown();
            await(written);
        });

        settled(1);
        writing.await();

        assertThat(waiters.register(id(2), LONG)).isNull();
        written.countDown();
        end.join();
        awaitPlaceFor(2);
    }

    @Test
    void whileTheDatabaseIsAwayPatienceEndsAllTheSame() {
        waiters.open(PLACES);
        isAway = true;
        var request = registered(1, SHORT);

        settled(1);

        assertThat(request.outcome().join()).isEmpty();
    }

    @Test
    void whatCouldNotBeReadIsReadWhenTheDatabaseIsBack() {
        waiters.open(PLACES);
        isAway = true;
        var request = registered(1, LONG);
        settled(1);
        while (readings.get() == 0) {
            Thread.onSpinWait();
        }

        isAway = false;

        assertThat(outcome(request)).isEqualTo(MessageStatus.ACCEPTED);
    }

    @Test
    void aDatabaseThatHangsMakesNobodyLate() {
        var hanging = new CountDownLatch(1);
        waiters.reader = new MessageReader() {
            @Override
            List<UUID> answered(Collection<UUID> ids) {
                WaitersTest.await(hanging);
                return List.of();
            }

            @Override
            List<MessageView> ofAnyWorkspace(Collection<UUID> ids) {
                WaitersTest.await(hanging);
                return List.of();
            }
        };
        waiters.open(PLACES);
        var request = registered(1, SHORT);

        assertThat(request.outcome().orTimeout(20, TimeUnit.SECONDS).join()).isEmpty();
        hanging.countDown();
    }

    @Test
    void whoWaitsWhenTheNodeEndsIsTold() {
        waiters.open(PLACES);
        var told = registered(1, LONG);
        var untold = registered(2, LONG);
        settled(1);

        waiters.close(Duration.ofSeconds(1));

        assertThat(outcome(told)).isEqualTo(MessageStatus.ACCEPTED);
        assertThat(untold.outcome()).isCompleted();
        assertThat(waiters.register(id(3), LONG))
                .as("nobody begins to wait any more")
                .isNull();
    }

    @Test
    void nobodyWaitsBeforeTheNodeHasBegun() {
        assertThat(waiters.register(id(1), LONG)).isNull();
    }

    private Waiter registered(int message, Duration patience) {
        var waiter = waiters.register(id(message), patience);
        assertThat(waiter).isNotNull();
        return waiter;
    }

    /** A place is given back a moment after the outcome was told. */
    private void awaitPlaceFor(int message) {
        while (waiters.register(id(message), LONG) == null) {
            Thread.onSpinWait();
        }
    }

    private void settled(int message) {
        answered.add(id(message));
        waiters.moved(WaitingTold.moved(id(message), MessageStatus.ACCEPTED));
    }

    private static MessageStatus outcome(Waiter request) {
        return request.outcome().join().orElseThrow().status();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static UUID id(int number) {
        return new UUID(5, number);
    }
}
