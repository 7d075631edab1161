package org.chasqui.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.chasqui.platform.testing.SettableClock;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Property(tries = 200)
    void riseStrictlyHoweverTheClockMoves(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = -2_000, max = 2_000) Integer> steps) {
        var clock = new SettableClock();
        var ids = new Ids(clock);
        var made = new ArrayList<String>();
        for (var step : steps) {
            clock.advance(Duration.ofMillis(step));
            made.add(ids.next().toString());
            made.add(ids.next().toString());
        }
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void riseStrictlyWhenMoreAreMadeInAMillisecondThanTheCounterHolds() {
        var ids = new Ids(new SettableClock());
        var made = new ArrayList<String>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next().toString());
        }
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void areOfVersionSevenAndTellTheirTime() {
        var clock = new SettableClock();
        UUID id = new Ids(clock).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void differBetweenNodesWithTheSameClock() {
        var clock = new SettableClock();
        Clock same = clock;
        assertThat(new Ids(clock).next()).isNotEqualTo(new Ids(same).next());
    }

    @Test
    void noIdOfATimeIsBelowTheLowestOfIt() {
        var time = Instant.parse("2026-11-22T10:00:00.123Z");
        var ids = new Ids(Clock.fixed(time, ZoneOffset.UTC));

        var id = ids.next().toString();

        assertThat(id).isGreaterThanOrEqualTo(Ids.lowestAt(time).toString());
        assertThat(id).isLessThan(Ids.lowestAt(time.plusMillis(2)).toString());
    }
}
