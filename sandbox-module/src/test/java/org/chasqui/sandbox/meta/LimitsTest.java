package org.chasqui.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void noSecondWhereverItStartsHoldsMoreThanTheLimit() {
        ThroughputWindow window = new ThroughputWindow();
        Random random = new Random(7);
        List<Long> accepted = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(12);
            if (window.tryAdd(now, 80)) {
                accepted.add(now);
            }
        }

        for (int i = 80; i < accepted.size(); i++) {
            assertThat(accepted.get(i) - accepted.get(i - 80)).isGreaterThanOrEqualTo(1000);
        }
        assertThat(window.peak()).isEqualTo(80);
    }

    @Test
    void theEightyFirstInASecondWaitsUntilTheFirstIsASecondOld() {
        ThroughputWindow window = new ThroughputWindow();
        for (int i = 0; i < 80; i++) {
            assertThat(window.tryAdd(5_000, 80)).isTrue();
        }

        assertThat(window.tryAdd(5_999, 80)).isFalse();
        assertThat(window.tryAdd(6_000, 80)).isTrue();
    }

    @Test
    void whatCannotBeRefusedCountsToo() {
        ThroughputWindow window = new ThroughputWindow();
        for (int i = 0; i < 300; i++) {
            window.add(1_000);
        }

        assertThat(window.peak()).isEqualTo(300);
        assertThat(window.tryAdd(1_500, 80)).isFalse();
    }

    @Test
    void oneMessageEverySixSecondsMayGoOnForEver() {
        PairLimit pair = new PairLimit();
        for (long now = 0; now < 600_000; now += 6_000) {
            assertThat(pair.tryTake(now)).as("at " + now).isTrue();
        }
    }

    @Test
    void aBurstOfFortyFivePassesAndTheNextDoesNot() {
        PairLimit pair = new PairLimit();
        for (int i = 0; i < 45; i++) {
            assertThat(pair.tryTake(i * 100)).isTrue();
        }

        assertThat(pair.tryTake(4_600)).isFalse();
    }

    @Test
    void aBurstOfTwentyIsPaidBackInTwoMinutes() {
        PairLimit pair = new PairLimit();
        for (int i = 0; i < 20; i++) {
            assertThat(pair.tryTake(0)).isTrue();
        }

        assertThat(pair.tryTake(6_000)).isFalse();
        assertThat(pair.tryTake(119_999)).isFalse();
        assertThat(pair.tryTake(120_000)).isTrue();
        assertThat(pair.isPaid(126_000)).isTrue();
    }
}
