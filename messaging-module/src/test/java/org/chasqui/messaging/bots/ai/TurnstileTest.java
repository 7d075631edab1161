package org.chasqui.messaging.bots.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.chasqui.platform.testing.SettableClock;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private final SettableClock clock = new SettableClock();
    private final Turnstile turnstile = new Turnstile(clock);

    @Test
    void threeFailuresInARowCloseIt() {
        fail(Circuit.FAILURES);

        assertEndsWith(Trouble.RESTING, () -> "answer");
    }

    @Test
    void aSuccessBetweenThemKeepsItOpen() {
        fail(2);
        assertThat(ask(() -> "answer")).isEqualTo("answer");
        fail(2);

        assertThat(ask(() -> "answer")).isEqualTo("answer");
    }

    @Test
    void failuresThatAreNotTheServersDoNotCloseIt() {
        for (int i = 0; i < 10; i++) {
            assertEndsWith(Trouble.REQUEST_REFUSED, () -> {
                throw new NoAnswer(Trouble.REQUEST_REFUSED, null);
            });
        }

        assertThat(ask(() -> "answer")).isEqualTo("answer");
    }

    @Test
    void afterARestOneTriesAndTheOthersStillRest() {
        fail(Circuit.FAILURES);
        clock.advance(Circuit.FIRST_REST);

        assertEndsWith(Trouble.RESTING, () -> {
            // While the first one tries, a second one comes.
            return ask(() -> "answer");
        });
    }

    @Test
    void whoTriesWithSuccessOpensItForAll() {
        fail(Circuit.FAILURES);
        clock.advance(Circuit.FIRST_REST);

        assertThat(ask(() -> "answer")).isEqualTo("answer");
        assertThat(ask(() -> "answer")).isEqualTo("answer");
    }

    @Test
    void eachFailedTryDoublesTheRestUpToTenMinutes() {
        fail(Circuit.FAILURES);
        var rest = Circuit.FIRST_REST;
        for (int i = 0; i < 8; i++) {
            clock.advance(rest.minusSeconds(1));
            assertEndsWith(Trouble.RESTING, () -> "answer");
            clock.advance(Duration.ofSeconds(1));
            fail(1);
            rest = rest.multipliedBy(2).compareTo(Circuit.LONGEST_REST) > 0
                    ? Circuit.LONGEST_REST
                    : rest.multipliedBy(2);
        }
        assertThat(rest).isEqualTo(Circuit.LONGEST_REST);
    }

    @Test
    void aPersonWhoTriesTheBotIsNotToldToWait() {
        fail(Circuit.FAILURES);

        assertThat(turnstile.pass(true, Duration.ZERO, () -> "answer")).isEqualTo("answer");
        assertThat(ask(() -> "answer")).isEqualTo("answer");
    }

    @Test
    void aSlowServerHoldsNoMoreThreadsThanItsPlaces() throws InterruptedException {
        var started = new CountDownLatch(Turnstile.PLACES);
        var over = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(Turnstile.PLACES);
        for (int i = 0; i < Turnstile.PLACES; i++) {
            threads.submit(() -> ask(() -> {
                started.countDown();
                await(over);
                return "late";
            }));
        }
        await(started);

        assertEndsWith(Trouble.BUSY, () -> "answer");

        over.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        assertThat(ask(() -> "answer")).isEqualTo("answer");
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertEndsWith(Trouble.TIMED_OUT, () -> {
                throw new NoAnswer(Trouble.TIMED_OUT, null);
            });
        }
    }

    private <T> T ask(Supplier<T> question) {
        return turnstile.pass(false, Duration.ZERO, question);
    }

    private void assertEndsWith(Trouble trouble, Supplier<String> question) {
        assertThatThrownBy(() -> ask(question))
                .isInstanceOfSatisfying(
                        NoAnswer.class, failed -> assertThat(failed.trouble()).isEqualTo(trouble));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
