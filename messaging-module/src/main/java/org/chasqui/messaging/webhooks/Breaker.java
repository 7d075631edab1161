package org.chasqui.messaging.webhooks;

import java.time.Duration;

/**
 * When an endpoint that fails is left alone for a while. That is never a failed attempt of anything: what waits is sent later.
 *
 * @param inARow failures in a row that are enough
 * @param enough calls in the window below which nothing is judged
 * @param least failures in the window that it takes
 * @param share of the calls in the window that must have failed, 0 to 1
 * @param window in which calls are counted; it begins with the first call after the one before has ended
 * @param pause how long the first pause is; each further one is twice as long
 * @param longest the longest pause, in first pauses; 1 for pauses that are all alike
 */
public record Breaker(int inARow, int enough, int least, double share, Duration window, Duration pause, int longest) {
    /** That of most endpoints: twenty failures in a row, or most of the calls of a minute. */
    public static Breaker usual(Duration firstPause) {
        return new Breaker(20, 10, 0, 0.70, Duration.ofMinutes(1), firstPause, 30);
    }

    /** Always the same pause after a number of failures within a time, whatever succeeded meanwhile. */
    public static Breaker counting(int failures, Duration window, Duration pause) {
        return new Breaker(Integer.MAX_VALUE, 0, failures, 0, window, pause, 1);
    }

    boolean opensAfter(int failuresInARow, int requests, int failures) {
        boolean tooMany = requests >= enough && failures >= least && failures >= share * requests;
        return failuresInARow >= inARow || tooMany;
    }

    /** How long nothing is sent. */
    Duration pauseOf(int trip) {
        int doubled = trip > 5 ? longest : 1 << (trip - 1);
        return pause.multipliedBy(Math.min(doubled, longest));
    }
}
