package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private final RetrySchedule schedule = new RetrySchedule(RetrySchedule.USUAL_FIRST);

    @Test
    @Covers({"S0-14", "S3-17"})
    void elevenAttemptsSpanADay() {
        var whole = IntStream.rangeClosed(1, 10)
                .mapToObj(attempt -> schedule.pauseAfter(attempt, null, 0).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(schedule.attempts()).isEqualTo(11);
        assertThat(whole).isBetween(Duration.ofHours(23), Duration.ofHours(24));
        assertThat(schedule.pauseAfter(1, null, 0)).contains(Duration.ofSeconds(5));
        assertThat(schedule.pauseAfter(11, null, 0)).isEmpty();
        assertThat(schedule.pauseAfter(11, Duration.ofHours(1), 0))
                .as("what the receiver asks for gives no further attempt")
                .isEmpty();
    }

    @Property
    void jitterIsOnlyAddedAndBounded(
            @ForAll @IntRange(min = 1, max = 10) int attempt, @ForAll @DoubleRange(min = 0, max = 1) double chance) {
        var least = schedule.pauseAfter(attempt, null, 0).orElseThrow();
        var pause = schedule.pauseAfter(attempt, null, chance).orElseThrow();
        var most = least.plus(
                least.dividedBy(10).compareTo(Duration.ofSeconds(2)) > 0 ? least.dividedBy(10) : Duration.ofSeconds(2));

        assertThat(pause).isBetween(least, most);
    }

    @Property
    void whatTheReceiverAsksForIsHonouredUpToADay(
            @ForAll @IntRange(min = 1, max = 10) int attempt, @ForAll @IntRange(max = 1_000_000) int seconds) {
        var asked = Duration.ofSeconds(seconds);
        var pause = schedule.pauseAfter(attempt, asked, 0).orElseThrow();

        assertThat(pause)
                .isGreaterThanOrEqualTo(schedule.pauseAfter(attempt, null, 0).orElseThrow());
        assertThat(pause).isGreaterThanOrEqualTo(asked.compareTo(Duration.ofDays(1)) < 0 ? asked : Duration.ofDays(1));
        assertThat(pause).isLessThanOrEqualTo(Duration.ofDays(1));
    }

    @Test
    void aTestMayMakeItFast() {
        var fast = new RetrySchedule(Duration.ofMillis(50));

        assertThat(fast.pauseAfter(1, null, 1)).contains(Duration.ofMillis(70));
        assertThat(fast.pauseAfter(10, null, 0)).contains(Duration.ofSeconds(288));
    }
}
