package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PairLimiterTest {
    private static final String ANA = "5511955501234";

    private long now = 1;
    private final PairLimiter limiter = new PairLimiter(() -> now);

    @Test
    void aBurstOfFortyFiveGoesAndThenNothingUntilItIsPaidBack() {
        for (int i = 0; i < 45; i++) {
            assertThat(limiter.ask(ANA)).isZero();
        }
        assertThat(limiter.ask(ANA)).isEqualTo(Duration.ofSeconds(45 * 6).toNanos());

        now += Duration.ofSeconds(45 * 6).toNanos();

        assertThat(limiter.ask(ANA)).isZero();
    }

    @Test
    void aBurstIsOverAfterSixSeconds() {
        limiter.ask(ANA);
        limiter.ask(ANA);
        now += Duration.ofSeconds(6).toNanos();
        assertThat(limiter.ask(ANA)).isEqualTo(Duration.ofSeconds(6).toNanos());
    }

    @Test
    void oneMessageInSixSecondsAlwaysGoes() {
        for (int i = 0; i < 200; i++) {
            assertThat(limiter.ask(ANA)).isZero();
            now += Duration.ofSeconds(6).toNanos();
        }
    }

    @Test
    void nobodyWaitsForAnother() {
        for (int i = 0; i < 46; i++) {
            limiter.ask(ANA);
        }

        assertThat(limiter.ask("5511955509999")).isZero();
    }
}
