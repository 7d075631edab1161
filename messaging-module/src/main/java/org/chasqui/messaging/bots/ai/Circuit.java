package org.chasqui.messaging.bots.ai;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps an endpoint that fails from holding threads and people: after three failures in a row it is left alone, first for
 * half a minute, then twice as long each time, ten minutes at most. Then one call tries it, while the others still
 * rest. Each node learns by itself.
 */
final class Circuit {
    static final int FAILURES = 3;
    static final Duration FIRST_REST = Duration.ofSeconds(30);
    static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private final Clock clock;
    private int failures;
    private Duration rest = FIRST_REST;
    private Instant until = Instant.EPOCH;

    Circuit(Clock clock) {
        this.clock = clock;
    }

    /** Whether a call may be made now. Whoever gets the first yes after a rest is the one that tries. */
    synchronized boolean admits() {
        if (failures < FAILURES) {
            return true;
        }
        var now = clock.instant();
        if (now.isBefore(until)) {
            return false;
        }
        until = now.plus(rest);
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        rest = FIRST_REST;
        until = Instant.EPOCH;
    }

    synchronized void failed() {
        failures++;
        if (failures < FAILURES) {
            return;
        }
        rest = failures == FAILURES ? FIRST_REST : longer(rest);
        until = clock.instant().plus(rest);
    }

    /** Until when it is left alone; empty when it is not. */
    synchronized Optional<Instant> restsUntil() {
        return failures >= FAILURES && clock.instant().isBefore(until) ? Optional.of(until) : Optional.empty();
    }

    private static Duration longer(Duration rest) {
        var doubled = rest.multipliedBy(2);
        return doubled.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : doubled;
    }
}
