package org.chasqui.messaging.webhooks;

import java.util.List;

/**
 * How fast an endpoint takes events, and what follows from it: how many calls it gets at a time, and how many events are
 * fetched ahead. It begins with four calls. While it answers quickly and more is waiting it gets one more with each turn, up to
 * the most that the settings allow; failures or slow answers bring it back to four. For one thread.
 */
final class Tempo {
    private static final int BEGIN = 4;
    private static final double QUICK_MILLIS = 250;
    private static final double SLOW_MILLIS = 500;
    private static final double FEW_FAILURES = 0.10;

    /** Who needs this long for a call gets nothing ahead: it would only wait here. */
    private static final double CRAWLING_MILLIS = 1_000;

    private static final int USUAL_AHEAD = 32;
    private static final int MOST_AHEAD = 256;
    /** What is ahead should last until the next turn has fetched more, also while the database has much to do. */
    private static final double AHEAD_MILLIS = 250;

    /** How much the calls of the last turn count against all those before. */
    private static final double NEWEST = 0.5;

    private final int most;
    private int calls;
    private double meanMillis = -1;

    /**
     * A tempo.
     *
     * @param most calls at a time
     */
    Tempo(int most) {
        this.most = most;
        this.calls = Math.min(BEGIN, most);
    }

    /**
     * Takes in what has ended since the turn before.
     *
     * @param isMoreWaiting whether all calls that it gets were under way and more was there to send
     */
    void took(List<Settlement> settled, boolean isMoreWaiting) {
        var ended = settled.stream().filter(one -> one.outcome().isOfACall()).toList();
        if (ended.isEmpty()) {
            return;
        }
        double mean =
                ended.stream().mapToLong(Settlement::durationMillis).average().orElse(0);
        meanMillis = meanMillis < 0 ? mean : NEWEST * mean + (1 - NEWEST) * meanMillis;
        long failed = ended.stream()
                .filter(one -> one.outcome().kind() != Outcome.Kind.ARRIVED)
                .count();
        if (failed > FEW_FAILURES * ended.size() || meanMillis > SLOW_MILLIS) {
            calls = Math.min(BEGIN, most);
        } else if (failed == 0 && isMoreWaiting && meanMillis <= QUICK_MILLIS && calls < most) {
            calls++;
        }
    }

    /** Calls at a time. */
    int calls() {
        return calls;
    }

    /** How many events should be here beside those whose call is under way. */
    int ahead() {
        if (meanMillis < 0) {
            return USUAL_AHEAD;
        }
        if (meanMillis > CRAWLING_MILLIS) {
            return 0;
        }
        double lasting = calls * AHEAD_MILLIS / Math.max(1, meanMillis);
        return (int) Math.max(calls, Math.min(MOST_AHEAD, lasting));
    }
}
