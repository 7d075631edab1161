package org.chasqui.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveLogTest {
    private static final int WRITERS = 4;
    private static final int EACH = 10_000;

    private final LiveLog log = new LiveLog();

    @Test
    void theLogGivesWhatCameAfterTheCursor() {
        for (int i = 0; i < 5_000; i++) {
            log.add(i, LiveLog.Kind.MESSAGE, "1", "2", "t" + i, "", -1);
        }

        assertThat(log.between(4_998, log.cursor(), 100))
                .extracting(LiveLog.Entry::title)
                .containsExactly("t4998", "t4999");
        assertThat(log.between(0, log.cursor(), 3))
                .extracting(LiveLog.Entry::seq)
                .containsExactly(4_998L, 4_999L, 5_000L);
        assertThat(log.between(0, log.cursor(), 1_000_000)).hasSizeLessThan(5_000);
        assertThat(log.between(9_999, log.cursor(), 2))
                .as("a cursor of a former process")
                .hasSize(2);
    }

    /** The phone page asks again and again while many write: an event that it missed would never be drawn. */
    @Test
    void noEventIsMissedOrSeenTwiceHoweverManyWrite() {
        AtomicLong cursor = new AtomicLong();
        Runnable writer = () -> IntStream.range(0, EACH).forEach(i -> {
            // Nothing is overwritten before it was read.
            while (log.cursor() - cursor.get() > 1_000) {
                Thread.yield();
            }
            add("x");
        });
        List<Thread> writers =
                Stream.generate(() -> new Thread(writer)).limit(WRITERS).toList();
        writers.forEach(Thread::start);

        List<Long> seen = new ArrayList<>();
        while (cursor.get() < WRITERS * EACH) {
            long newest = log.cursor();
            log.between(cursor.get(), newest, 4_096).forEach(entry -> seen.add(entry.seq()));
            cursor.set(newest);
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, WRITERS * EACH).boxed().toList());
    }

    private void add(String title) {
        log.add(0, LiveLog.Kind.MESSAGE, "1", "2", title, "", 0);
    }
}
