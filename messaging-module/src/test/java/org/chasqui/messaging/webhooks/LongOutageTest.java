package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A receiver that is down for hours, on a clock that takes no time: the rules together, without a database. */
class LongOutageTest {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int PLACES = 4;

    /** An event on its way. */
    private static final class Item {
        private final Instant created;
        private Instant next;
        private int attempts;
        private Instant arrived;
        private boolean dead;

        private Item(Instant created) {
            this.created = created;
            this.next = created;
        }
    }

    @Test
    void sixHoursDownLosesNothingAndHardlyKnocks() {
        var run = new Run(1, Duration.ofHours(1), Duration.ofHours(7));
        run.play(Duration.ofHours(12));

        assertThat(run.items).allMatch(item -> item.arrived != null).noneMatch(item -> item.dead);
        assertThat(run.callsWhileDown).as("calls in six hours").isLessThan(80);
        assertThat(run.latestOf(Duration.ofHours(7)))
                .as("everything has arrived soon after the receiver is back")
                .isLessThan(Duration.ofMinutes(45));
    }

    @Property(tries = 25)
    void whateverTheOutageNothingThatIsYoungerThanADayIsGivenUp(
            @ForAll @IntRange(min = 1, max = 1_000_000) int seed, @ForAll @IntRange(min = 1, max = 40) int hours) {
        var run = new Run(seed, Duration.ofHours(1), Duration.ofHours(1L + hours));
        run.play(Duration.ofHours(hours + 30L));

        for (var item : run.items) {
            assertThat(item.arrived != null || item.dead).as("settled").isTrue();
            if (item.dead) {
                assertThat(Duration.between(item.created, run.end)).isGreaterThan(Duration.ofHours(23));
            }
        }
    }

    /** A simulation: an event every half minute for the first hours, one call a second at most per place. */
    private static final class Run {
        private final Random random;
        private final Instant begin = Instant.parse("2026-11-22T00:00:00Z");
        private final Instant downFrom;
        private final Instant downUntil;
        private final RetrySchedule schedule = new RetrySchedule(RetrySchedule.USUAL_FIRST);
        private final FairTurns turns = new FairTurns();
        private final List<Item> items = new ArrayList<>();
        private final List<Item> open = new ArrayList<>();
        private EndpointHealth health = EndpointHealth.GOOD;
        private int callsWhileDown;
        private Instant end = begin;

        private Run(int seed, Duration downFrom, Duration downUntil) {
            this.random = new Random(seed);
            this.downFrom = begin.plus(downFrom);
            this.downUntil = begin.plus(downUntil);
        }

        private void play(Duration length) {
            end = begin.plus(length);
            for (var now = begin; now.isBefore(end); now = now.plusSeconds(1)) {
                if (now.isBefore(begin.plus(Duration.ofHours(3))) && now.getEpochSecond() % 30 == 0) {
                    var item = new Item(now);
                    items.add(item);
                    open.add(item);
                }
                if (!open.isEmpty()) {
                    second(now);
                }
            }
        }

        private void second(Instant now) {
            int places = health.places(now, PLACES);
            int shared = turns.forRetries(places);
            for (int i = 0; i < places; i++) {
                boolean retryFirst = i < shared;
                var item = next(now, retryFirst);
                if (item != null && health.places(now, PLACES) > 0) {
                    call(item, now);
                }
            }
        }

        private Item next(Instant now, boolean retryFirst) {
            Item other = null;
            for (var item : open) {
                if (!item.next.isAfter(now)) {
                    if ((item.attempts > 0) == retryFirst) {
                        return item;
                    }
                    other = other == null ? item : other;
                }
            }
            return other;
        }

        private void call(Item item, Instant now) {
            item.attempts++;
            boolean isDown = !now.isBefore(downFrom) && now.isBefore(downUntil);
            if (!isDown) {
                item.arrived = now;
                open.remove(item);
                health = health.afterSuccess(now, Breaker.usual(FIRST_PAUSE));
                return;
            }
            callsWhileDown++;
            health = health.afterFailure(now, Breaker.usual(FIRST_PAUSE));
            var pause = schedule.pauseAfter(item.attempts, null, random.nextDouble());
            if (pause.isEmpty()) {
                item.dead = true;
                open.remove(item);
            } else {
                item.next = now.plus(pause.get());
            }
        }

        private Duration latestOf(Duration back) {
            return items.stream()
                    .map(item -> Duration.between(begin.plus(back), item.arrived))
                    .max(Duration::compareTo)
                    .orElseThrow();
        }
    }
}
