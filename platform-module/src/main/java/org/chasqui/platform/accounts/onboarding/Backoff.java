package org.chasqui.platform.accounts.onboarding;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a step that failed is tried again without a person: 1, 2, 5, 15 seconds, 1, 5 and 15 minutes later. */
final class Backoff {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));

    /** Meta counts every registration, and ten lock the number for three days. */
    private static final int MOST_REGISTRATIONS = 3;

    /** A code dies after 30 seconds. */
    private static final int MOST_EXCHANGES = 5;

    /** Waiting longer for the window's message helps nobody. */
    private static final int MOST_WAITS_FOR_THE_WINDOW = 4;

    private Backoff() {}

    /**
     * The pause before the next try; empty when a person must act.
     *
     * @param tries how many were made since a person last acted, this one included
     */
    static Optional<Duration> after(Step step, Problem problem, int tries) {
        if (!problem.retryable() || tries > PAUSES.size() || tries >= most(step)) {
            return Optional.empty();
        }
        return Optional.of(
                problem.code() == ProblemCode.META_BUSY ? PAUSES.get(PAUSES.size() - 1) : PAUSES.get(tries - 1));
    }

    private static int most(Step step) {
        return switch (step) {
            case REGISTER -> MOST_REGISTRATIONS;
            case EXCHANGE -> MOST_EXCHANGES;
            case FIND -> MOST_WAITS_FOR_THE_WINDOW;
            default -> Integer.MAX_VALUE;
        };
    }
}
