package org.chasqui.messaging.webhooks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint does, and what follows from it: a circuit breaker, and notices when it fails for long. When the {@link
 * Breaker} has had enough, as a rule after twenty failures in a row or when most of the calls of a minute failed, nothing is
 * sent for a minute, then two, four, up to thirty; after each pause one call probes. A pause is no failed attempt of
 * anything. One success makes all good.
 *
 * @param failuresInARow since the last success
 * @param windowStart beginning of the time in which calls are counted; null before the first
 * @param windowRequests calls in it
 * @param windowFailures failed ones of them
 * @param trips how often in a row the breaker has opened; 0 when it is closed
 * @param openUntil when the next probe may go; null when the breaker is closed
 * @param failingSince the first failure since the last success; null when the last call succeeded
 * @param lastFailureAt null when there was none since the last success
 * @param noticed how many of the notices of this failure were given
 */
record EndpointHealth(
        int failuresInARow,
        @Nullable Instant windowStart,
        int windowRequests,
        int windowFailures,
        int trips,
        @Nullable Instant openUntil,
        @Nullable Instant failingSince,
        @Nullable Instant lastFailureAt,
        int noticed) {
    static final EndpointHealth GOOD = new EndpointHealth(0, null, 0, 0, 0, null, null, null, 0);

    private static final int ENOUGH_TO_JUDGE = 10;
    private static final Duration FIRST_NOTICE = Duration.ofHours(1);
    private static final Duration SECOND_NOTICE = Duration.ofHours(24);
    private static final Duration GIVEN_UP = Duration.ofDays(3);

    /** What should be told or done about an endpoint that fails for long. */
    enum Consequence {
        NONE,
        NOTICE,
        DISABLE
    }

    /** How many calls may be under way at a time. */
    int places(Instant now, int usual) {
        if (openUntil == null) {
            return usual;
        }
        return now.isBefore(openUntil) ? 0 : 1;
    }

    /** How long nothing is sent from now on; zero when something may be. */
    Duration rest(Instant now) {
        return openUntil == null || !now.isBefore(openUntil) ? Duration.ZERO : Duration.between(now, openUntil);
    }

    /** Whether nothing is sent for now, or only a probe. */
    boolean isOpen() {
        return openUntil != null;
    }

    /** The health after a call that arrived: one is enough to close the breaker and to end the failure. */
    EndpointHealth afterSuccess(Instant now, Breaker breaker) {
        if (trips > 0) {
            return GOOD;
        }
        var window = window(now, breaker.window());
        return new EndpointHealth(0, window.start, window.requests + 1, window.failures, 0, null, null, null, 0);
    }

    /** The health after a failed call. */
    EndpointHealth afterFailure(Instant now, Breaker breaker) {
        var window = window(now, breaker.window());
        int requests = window.requests + 1;
        int failures = window.failures + 1;
        int inARow = failuresInARow + 1;
        int nextTrips = trips;
        var nextOpen = openUntil;
        boolean probed = openUntil != null && !now.isBefore(openUntil);
        if (probed || (openUntil == null && breaker.opensAfter(inARow, requests, failures))) {
            nextTrips = trips + 1;
            nextOpen = now.plus(breaker.pauseOf(nextTrips));
        }
        return new EndpointHealth(
                inARow,
                window.start,
                requests,
                failures,
                nextTrips,
                nextOpen,
                failingSince == null ? now : failingSince,
                now,
                noticed);
    }

    /** What the failures of an endpoint have come to; a single failure long ago comes to nothing. */
    Consequence consequence() {
        if (failingSince == null || lastFailureAt == null) {
            return Consequence.NONE;
        }
        var failing = Duration.between(failingSince, lastFailureAt);
        if (failuresInARow >= ENOUGH_TO_JUDGE && failing.compareTo(GIVEN_UP) >= 0) {
            return Consequence.DISABLE;
        }
        var due = failing.compareTo(SECOND_NOTICE) >= 0 ? 2 : failing.compareTo(FIRST_NOTICE) >= 0 ? 1 : 0;
        return due > noticed ? Consequence.NOTICE : Consequence.NONE;
    }

    /** The same, with one notice more given. */
    EndpointHealth withNotice() {
        return new EndpointHealth(
                failuresInARow,
                windowStart,
                windowRequests,
                windowFailures,
                trips,
                openUntil,
                failingSince,
                lastFailureAt,
                noticed + 1);
    }

    private record Window(Instant start, int requests, int failures) {}

    private Window window(Instant now, Duration length) {
        return windowStart != null && now.isBefore(windowStart.plus(length)) && !now.isBefore(windowStart)
                ? new Window(windowStart, windowRequests, windowFailures)
                : new Window(now, 0, 0);
    }
}
