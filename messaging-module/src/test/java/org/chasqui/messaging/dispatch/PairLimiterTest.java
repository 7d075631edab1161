package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PairLimiterTest {
    private static final String ANA = "5511955501234";

    private long now = 1;
    private final PairLimiter limiter = new PairLimiter(() -> now);

    @Test
    void aBurstOfFortyFiveGoesAndTheNextWaitsSixSeconds() {
        for (int i = 0; i < 45; i++) {
            assertThat(limiter.ask(ANA)).isZero();
        }

        assertThat(limiter.ask(ANA)).isEqualTo(Duration.ofSeconds(6).toNanos());
    }

    @Test
    void theBurstIsPaidBackOneMessageInSixSeconds() {
        for (int i = 0; i < 45; i++) {
            limiter.ask(ANA);
        }
        now += Duration.ofSeconds(6).toNanos();

        assertThat(limiter.ask(ANA)).isZero();
        assertThat(limiter.ask(ANA)).isPositive();
    }

    @Test
    void nobodyWaitsForAnother() {
        for (int i = 0; i < 46; i++) {
            limiter.ask(ANA);
        }

        assertThat(limiter.ask("5511955509999")).isZero();
    }
}
