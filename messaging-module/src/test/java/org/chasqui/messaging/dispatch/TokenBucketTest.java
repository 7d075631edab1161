package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private long now = 5 * SECOND;

    /** Whatever the pauses between two looks, a stall included: Meta's limit holds in every window of one second. */
    @Property
    void noWindowOfOneSecondExceedsTheLimit(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 700) Integer> pauses,
            @ForAll @IntRange(min = 20, max = 1_000) int limit) {
        now = 0;
        var bucket = new TokenBucket(limit, () -> now);
        var taken = new ArrayDeque<long[]>();
        for (int pause : pauses) {
            now += pause * MILLI;
            int tokens = bucket.take(limit);
            taken.add(new long[] {now, tokens});
            while (taken.peekFirst()[0] <= now - SECOND) {
                taken.removeFirst();
            }
            // The depth of the bucket is at least one message, so a slow number may see one more.
            long window = taken.stream().mapToLong(entry -> entry[1]).sum();
            assertThat(window).isLessThanOrEqualTo(limit + 1L);
        }
    }

    @Test
    void aStallIsNotMadeUpFor() {
        var bucket = new TokenBucket(1_000, () -> now);
        now += 60 * SECOND;

        assertThat(bucket.take(1_000)).isLessThanOrEqualTo(48);
    }

    @Test
    void aFreshBucketIsEmptyAndFillsAtItsRate() {
        var bucket = new TokenBucket(80, () -> now);
        assertThat(bucket.take(1)).isZero();

        now += bucket.nanosUntilToken();

        assertThat(bucket.take(1)).isOne();
    }

    @Test
    void tooFastCutsTheRateAndItRecovers() {
        var bucket = new TokenBucket(100, () -> now);
        double before = bucket.rate();

        bucket.slowDown();
        assertThat(bucket.rate()).isEqualTo(before * 0.8);

        for (int second = 0; second < 30; second++) {
            now += SECOND;
            bucket.take(0);
        }
        assertThat(bucket.rate()).isEqualTo(before);
    }

    @Test
    void theAnswersToOneBurstCutTheRateOnce() {
        var bucket = new TokenBucket(100, () -> now);
        double before = bucket.rate();
        for (int answer = 0; answer < 20; answer++) {
            bucket.slowDown();
            now += 40 * MILLI;
        }
        assertThat(bucket.rate()).isEqualTo(before * 0.8);

        now += 250 * MILLI;
        bucket.slowDown();
        assertThat(bucket.rate()).as("it is still too fast").isBetween(before * 0.64, before * 0.66);
    }

    @Test
    void inboundMessagesAreOwedByANumberThatIsBusy() {
        var bucket = new TokenBucket(1_000, () -> now);
        now += SECOND;
        bucket.take(1_000);

        bucket.debit(19);
        now += 20 * MILLI;

        assertThat(bucket.take(10)).as("20 ms bring 19 tokens").isZero();
        now += 20 * MILLI;
        assertThat(bucket.take(10)).isEqualTo(10);
    }

    @Test
    void aCrowdThatWritesSilencesANumberForAQuarterOfASecondAtMost() {
        var bucket = new TokenBucket(1_000, () -> now);

        bucket.debit(10_000);
        now += 240 * MILLI;
        assertThat(bucket.take(10)).isZero();

        now += 30 * MILLI;
        assertThat(bucket.take(10)).isEqualTo(10);
    }

    @Test
    void aCodeFindsATokenHoweverGreedyTheOthersAre() {
        var bucket = new TokenBucket(80, () -> now);
        now += SECOND;
        assertThat(bucket.take(100, false)).isEqualTo(2);
        assertThat(bucket.take(100, false)).isZero();
        assertThat(bucket.nanosUntilToken(false)).isPositive();
        assertThat(bucket.nanosUntilToken(true)).isZero();

        assertThat(bucket.take(100, true)).isOne();
    }

    /** What is kept back is a place in the bucket, not a part of the rate. */
    @Property
    void whatIsKeptForCodesCostsTheOthersNothing(@ForAll @IntRange(min = 1, max = 1_000) int limit) {
        now = 0;
        var bucket = new TokenBucket(limit, () -> now);
        long taken = 0;
        for (int look = 0; look < 4_000; look++) {
            now += 5 * MILLI;
            taken += bucket.take(1_000, false);
        }
        assertThat(taken).isBetween((long) Math.floor(limit * 0.95 * 20) - 50, (long) limit * 20);
    }
}
