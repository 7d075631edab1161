package org.chasqui.messaging.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a delivery is tried again. The pauses grow so that eleven attempts span a day; jitter is only ever added, so that
 * a receiver that has just come back is not met by everybody at once.
 */
final class RetrySchedule {
    static final Duration USUAL_FIRST = Duration.ofSeconds(5);

    private static final List<Duration> PAUSES = List.of(
            USUAL_FIRST,
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(8));
    private static final double JITTER = 0.10;
    private static final Duration LEAST_JITTER = Duration.ofSeconds(2);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

    private final double scale;

    /**
     * A schedule.
     *
     * @param first the first pause; the others keep their proportion to it
     */
    RetrySchedule(Duration first) {
        this.scale = (double) first.toMillis() / USUAL_FIRST.toMillis();
    }

    /** How many attempts there are. */
    int attempts() {
        return PAUSES.size() + 1;
    }

    /**
     * The pause after an attempt that failed; empty when it was the last.
     *
     * @param attempt 1 for the first
     * @param retryAfter what the receiver asked for; null when it asked for nothing
     * @param chance from 0 to 1: how much of the possible jitter is added
     */
    Optional<Duration> pauseAfter(int attempt, @Nullable Duration retryAfter, double chance) {
        if (attempt > PAUSES.size()) {
            return Optional.empty();
        }
        var pause = scaled(PAUSES.get(attempt - 1));
        if (retryAfter != null && retryAfter.compareTo(pause) > 0) {
            pause = retryAfter.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : retryAfter;
        }
        return Optional.of(pause.plusMillis((long) (chance * jitter(pause).toMillis())));
    }

    private Duration jitter(Duration pause) {
        var share = Duration.ofMillis((long) (pause.toMillis() * JITTER));
        var least = scaled(LEAST_JITTER);
        return share.compareTo(least) > 0 ? share : least;
    }

    private Duration scaled(Duration duration) {
        return Duration.ofMillis(Math.max(1, Math.round(duration.toMillis() * scale)));
    }
}
