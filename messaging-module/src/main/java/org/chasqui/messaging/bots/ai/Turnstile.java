package org.chasqui.messaging.bots.ai;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets the questions of one bot through: a few at a time, and none while whom it asks is left alone. */
final class Turnstile {
    /** Questions of a bot that are under way on this node at once. */
    static final int PLACES = 8;

    /** Others that wait for a place, each on a thread; who comes then is told at once. */
    static final int WAITING = 8;

    private final Semaphore places = new Semaphore(PLACES, true);
    private final Circuit circuit;

    Turnstile(Clock clock) {
        circuit = new Circuit(clock);
    }

    /**
     * Asks.
     *
     * @param isTrial whether a person tries the bot: whoever has mended something is not told to wait
     * @param patience how long to wait for a place
     * @throws NoAnswer BUSY, RESTING, or what asking ends with
     */
    <T> T pass(boolean isTrial, Duration patience, Supplier<T> question) {
        take(patience);
        try {
            if (!circuit.admits() && !isTrial) {
                throw new NoAnswer(Trouble.RESTING, null);
            }
            var answer = question.get();
            circuit.succeeded();
            return answer;
        } catch (NoAnswer failed) {
            if (failed.trouble().isOfTheServer()) {
                circuit.failed();
            }
            throw failed;
        } finally {
            places.release();
        }
    }

    private void take(Duration patience) {
        try {
            if (places.getQueueLength() >= WAITING || !places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NoAnswer(Trouble.BUSY, null);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(Trouble.BUSY, "this node is stopping");
        }
    }
}
