package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EndpointHealthTest {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Breaker BREAKER = Breaker.usual(PAUSE);
    private static final int USUAL = 4;

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void opensAfterTwentyFailuresInARow() {
        var health = EndpointHealth.GOOD;
        for (int i = 0; i < 19; i++) {
            health = health.afterFailure(later(Duration.ofMinutes(2)), BREAKER);
            assertThat(health.places(now, USUAL)).isEqualTo(USUAL);
        }
        health = health.afterFailure(later(Duration.ofMinutes(2)), BREAKER);

        assertThat(health.places(now, USUAL)).isZero();
        assertThat(health.rest(now)).isEqualTo(PAUSE);
        assertThat(health.places(now.plus(PAUSE), USUAL)).as("one probe").isEqualTo(1);
        assertThat(health.rest(now.plus(PAUSE))).isZero();
    }

    @Test
    void opensWhenMostCallsOfAMinuteFailEvenWithSuccessesBetween() {
        var health = EndpointHealth.GOOD;
        for (int i = 0; i < 10; i++) {
            health = i % 4 == 3
                    ? health.afterSuccess(later(Duration.ofSeconds(1)), BREAKER)
                    : health.afterFailure(later(Duration.ofSeconds(1)), BREAKER);
        }
        assertThat(health.isOpen()).isTrue();
    }

    @Test
    void pausesDoubleUpToHalfAnHourAndOneSuccessMakesAllGood() {
        var health = opened();
        for (var expected : List.of(2, 4, 8, 16, 30, 30)) {
            now = health.openUntil();
            health = health.afterFailure(now, BREAKER);
            assertThat(Duration.between(now, health.openUntil())).isEqualTo(Duration.ofMinutes(expected));
        }
        assertThat(health.afterSuccess(later(PAUSE), BREAKER)).isEqualTo(EndpointHealth.GOOD);
    }

    @Test
    void aCallThatWasUnderWayWhenTheBreakerOpenedDoesNotLengthenThePause() {
        var health = opened();

        assertThat(health.afterFailure(later(Duration.ofSeconds(1)), BREAKER).openUntil())
                .isEqualTo(health.openUntil());
    }

    @Test
    void tellsAfterAnHourAndADayAndGivesUpAfterThree() {
        var health = EndpointHealth.GOOD;
        var told = new ArrayList<String>();
        var start = now;
        while (told.isEmpty() || !told.get(told.size() - 1).startsWith("DISABLE")) {
            health = health.afterFailure(later(Duration.ofMinutes(30)), BREAKER);
            var consequence = health.consequence();
            if (consequence != EndpointHealth.Consequence.NONE) {
                told.add(consequence + " "
                        + Duration.between(start, now).minusMinutes(30).toHours());
                health = health.withNotice();
            }
        }
        assertThat(told).containsExactly("NOTICE 1", "NOTICE 24", "DISABLE 72");
    }

    @Test
    void aSporadicFailureDisablesNothing() {
        var health = EndpointHealth.GOOD.afterFailure(now, BREAKER);
        health = health.afterFailure(later(Duration.ofDays(10)), BREAKER);

        assertThat(health.consequence()).isNotEqualTo(EndpointHealth.Consequence.DISABLE);
        assertThat(health.afterSuccess(now, BREAKER).consequence()).isEqualTo(EndpointHealth.Consequence.NONE);
    }

    @Property
    void neverMoreThanOneProbeAndNeverClosedForGood(@ForAll List<@IntRange(min = 0, max = 2) Integer> outcomes) {
        var health = EndpointHealth.GOOD;
        for (int outcome : outcomes) {
            later(Duration.ofSeconds(outcome * 7L + 1));
            health = outcome == 0 ? health.afterSuccess(now, BREAKER) : health.afterFailure(now, BREAKER);
            assertThat(health.places(now, USUAL)).isIn(0, 1, USUAL);
            assertThat(health.places(now.plus(Duration.ofMinutes(31)), USUAL)).isPositive();
            if (outcome == 0) {
                assertThat(health.places(now, USUAL)).isEqualTo(USUAL);
            }
        }
    }

    private EndpointHealth opened() {
        var health = EndpointHealth.GOOD;
        for (int i = 0; i < 20; i++) {
            health = health.afterFailure(later(Duration.ofMinutes(2)), BREAKER);
        }
        return health;
    }

    private Instant later(Duration by) {
        now = now.plus(by);
        return now;
    }

    @Test
    void aBreakerThatCountsOpensAfterAHundredAndOneFailuresInTenMinutesWhateverSucceeded() {
        var counting = Breaker.counting(101, Duration.ofMinutes(10), Duration.ofMinutes(10));
        var health = EndpointHealth.GOOD;
        for (int i = 0; i < 100; i++) {
            health = health.afterSuccess(later(Duration.ofSeconds(1)), counting);
            health = health.afterFailure(later(Duration.ofSeconds(1)), counting);
        }
        assertThat(health.isOpen()).isFalse();

        health = health.afterFailure(later(Duration.ofSeconds(1)), counting);

        assertThat(health.openUntil()).isEqualTo(now.plus(Duration.ofMinutes(10)));
        health = health.afterFailure(later(Duration.ofMinutes(10)), counting);
        assertThat(health.openUntil()).as("each pause is as long").isEqualTo(now.plus(Duration.ofMinutes(10)));
    }

    @Test
    void aBreakerThatCountsForgetsWhatIsOlderThanItsTime() {
        var counting = Breaker.counting(101, Duration.ofMinutes(10), Duration.ofMinutes(10));
        var health = EndpointHealth.GOOD;
        for (int i = 0; i < 300; i++) {
            health = health.afterFailure(later(Duration.ofSeconds(7)), counting);
        }

        assertThat(health.isOpen()).isFalse();
    }
}
