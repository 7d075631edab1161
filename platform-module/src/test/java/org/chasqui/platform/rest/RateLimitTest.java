package org.chasqui.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final UUID KEY = new UUID(0, 1);
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final RateLimit limit = new RateLimit(60, nanos::get);

    @Test
    void grantsAMinutesWorthAtOnce() {
        for (int i = 0; i < 60; i++) {
            var allowance = limit.take(KEY);
            assertThat(allowance.isGranted()).isTrue();
            assertThat(allowance.remaining()).isEqualTo(59 - i);
        }
        assertThat(limit.take(KEY).isGranted()).isFalse();
    }

    @Test
    void saysWhenTheNextCallIsGrantedAndGrantsItThen() {
        drain();
        var refused = limit.take(KEY);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));

        nanos.addAndGet(refused.retryAfter().toNanos());

        assertThat(limit.take(KEY).isGranted()).isTrue();
        assertThat(limit.take(KEY).isGranted()).isFalse();
    }

    @Test
    void isFullAgainAfterAMinute() {
        drain();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(limit.take(KEY).remaining()).isEqualTo(59);
    }

    @Test
    void countsEachKeyForItself() {
        drain();

        assertThat(limit.take(new UUID(0, 2)).isGranted()).isTrue();
    }

    @Property(tries = 50)
    void neverGrantsMoreThanTheLimitAndTheBucket(
            @ForAll @IntRange(min = 1, max = 20_000) int perMinute, @ForAll @IntRange(min = 1, max = 300) int seconds) {
        var now = new AtomicLong();
        var bucket = new RateLimit(perMinute, now::get);
        long granted = 0;
        for (int second = 0; second < seconds; second++) {
            while (bucket.take(KEY).isGranted()) {
                granted++;
            }
            now.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertThat(granted).isLessThanOrEqualTo(perMinute + (long) perMinute * seconds / 60 + 2);
    }

    private void drain() {
        while (limit.take(KEY).isGranted()) {
            // Until it is empty.
        }
    }
}
