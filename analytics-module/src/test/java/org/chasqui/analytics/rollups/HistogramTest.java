package org.chasqui.analytics.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Property
    void aPercentileIsNeverTooLowAndAtMostAQuarterTooHigh(
            @ForAll @Size(min = 1, max = 200) List<@LongRange(max = 2_000_000) Long> times,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        var histogram = of(times);
        var sorted = times.stream().sorted().toList();
        long exact = sorted.get((int) ((times.size() * (long) percent + 99) / 100) - 1);

        assertThat(histogram.percentile(percent)).isBetween(exact, exact + exact / 4);
    }

    @Property
    void percentilesRise(@ForAll @Size(min = 1, max = 50) List<@LongRange(max = 2_000_000) Long> times) {
        var histogram = of(times);

        assertThat(List.of(histogram.percentile(50), histogram.percentile(95), histogram.percentile(99)))
                .isSorted();
    }

    @Property
    void twoHistogramsTogetherAreTheHistogramOfBoth(
            @ForAll @Size(max = 50) List<@LongRange(max = 2_000_000) Long> some,
            @ForAll @Size(max = 50) List<@LongRange(max = 2_000_000) Long> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);

        var both = of(some).plus(of(others));

        assertThat(both.messages()).isEqualTo(all.size());
        assertThat(both.percentile(95)).isEqualTo(of(all).percentile(95));
    }

    @Test
    void noTimesHaveNoPercentile() {
        assertThat(new Histogram().percentile(99)).isZero();
    }

    private static Histogram of(List<Long> times) {
        var histogram = new Histogram();
        times.forEach(time -> histogram.add(LatencyBuckets.of(time), 1));
        return histogram;
    }
}
