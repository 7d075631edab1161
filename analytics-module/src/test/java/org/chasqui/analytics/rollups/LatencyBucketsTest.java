package org.chasqui.analytics.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class LatencyBucketsTest {
    private static final long MOST = 1L << 35;

    @Property
    void aTimeIsInItsBucket(@ForAll @LongRange(max = MOST) long millis) {
        int bucket = LatencyBuckets.of(millis);

        assertThat(millis).isBetween(LatencyBuckets.beginning(bucket), LatencyBuckets.end(bucket) - 1);
    }

    @Property
    void aBucketIsNeverMoreThanAQuarterWiderThanItsBeginning(@ForAll @IntRange(min = 4, max = 130) int bucket) {
        var beginning = LatencyBuckets.beginning(bucket);

        assertThat(4 * (LatencyBuckets.end(bucket) - beginning)).isPositive().isLessThanOrEqualTo(beginning);
    }

    @Property
    void bucketsFollowEachOtherWithoutAGap(@ForAll @IntRange(max = 130) int bucket) {
        assertThat(LatencyBuckets.of(LatencyBuckets.beginning(bucket))).isEqualTo(bucket);
        assertThat(LatencyBuckets.of(LatencyBuckets.end(bucket) - 1)).isEqualTo(bucket);
    }

    @Property
    void whatIsOutsideOfTheScaleIsAtItsEnds(@ForAll @LongRange(min = 1, max = MOST) long millis) {
        assertThat(LatencyBuckets.of(-millis)).isZero();
        assertThat(LatencyBuckets.of(MOST + millis)).isEqualTo(LatencyBuckets.of(MOST));
    }
}
