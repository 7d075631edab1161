package org.chasqui.analytics.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.analytics.testing.AnalyticsDatabase;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.accounts.health.Traffic.Gap;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.leases.Leases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** "Messages during a restart never arrive": what was lost without a trace shows in Meta's own counts. */
class TrafficWatchTest {
    private static final LocalDate YESTERDAY = LocalDate.parse("2026-11-21");
    private static final Instant MORNING = Instant.parse("2026-11-22T06:40:00Z");

    private static AnalyticsDatabase database;

    private final SenderNumber number = Sample.number();
    private final Meta meta = new Meta();

    @BeforeAll
    static void open() {
        database = new AnalyticsDatabase();
    }

    @Test
    void messagesThatMetaHasCountedAndWeHaveNotAreAGap() {
        counted(120, 80);
        meta.counts = Optional.of(new DayCounts(120, 110));

        watch(MORNING).compare();

        assertThat(watch(MORNING).gap(number)).contains(new Gap(YESTERDAY, 120, 120, 110, 80));
        assertThat(watch(MORNING.plus(Duration.ofDays(3))).gap(number))
                .as("after some days it is no news")
                .isEmpty();
    }

    @Test
    void countsThatNearlyAgreeAreNoGap() {
        counted(1_000, 981);
        meta.counts = Optional.of(new DayCounts(1_004, 1_000));

        watch(MORNING).compare();

        assertThat(watch(MORNING).gap(number)).isEmpty();
    }

    @Test
    void thatWeHaveCountedMoreIsNoGap() {
        counted(500, 500);
        meta.counts = Optional.of(new DayCounts(0, 0));

        watch(MORNING).compare();

        assertThat(watch(MORNING).gap(number)).isEmpty();
    }

    @Test
    void aDayIsComparedOnce() {
        meta.counts = Optional.of(new DayCounts(0, 0));

        watch(MORNING).compare();
        watch(MORNING.plus(Duration.ofHours(1))).compare();

        assertThat(meta.asked).containsExactly("2026-11-21T00:00:00Z 2026-11-22T00:00:00Z");
    }

    @Test
    void aDayIsComparedOnlyWhenItsStatusesHaveComeIn() {
        meta.counts = Optional.of(new DayCounts(0, 0));

        watch(Instant.parse("2026-11-22T05:59:00Z")).compare();

        assertThat(meta.asked).containsExactly("2026-11-20T00:00:00Z 2026-11-21T00:00:00Z");
    }

    @Test
    void whatMetaDoesNotAnswerIsAskedAgain() {
        meta.failure = new RequestFailed(FailureCode.PROVIDER_ERROR, "Meta cannot be reached");
        watch(MORNING).compare();

        meta.failure = null;
        meta.counts = Optional.of(new DayCounts(50, 50));
        watch(MORNING.plus(Duration.ofHours(1))).compare();

        assertThat(watch(MORNING).gap(number)).contains(new Gap(YESTERDAY, 50, 0, 50, 0));
    }

    @Test
    void aNumberThatCameInTheMiddleOfTheDayIsNotCompared() {
        meta.connectedAt = Instant.parse("2026-11-21T09:00:00Z");

        watch(MORNING).compare();

        assertThat(meta.asked).isEmpty();
    }

    private void counted(long sent, long delivered) {
        database.count(Sample.WORKSPACE, number.id(), Instant.parse("2026-11-20T23:00:00Z"), 0, 7, 7, 7);
        database.count(Sample.WORKSPACE, number.id(), Instant.parse("2026-11-21T00:00:00Z"), 0, 1, 1, 1);
        database.count(
                Sample.WORKSPACE, number.id(), Instant.parse("2026-11-21T23:00:00Z"), 0, sent, sent - 1, delivered - 1);
        database.count(Sample.WORKSPACE, number.id(), Instant.parse("2026-11-22T00:00:00Z"), 0, 9, 9, 9);
    }

    private TrafficWatch watch(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var comparisons = new Comparisons();
        comparisons.sql = database.jdbc();
        comparisons.clock = clock;
        var watch = new TrafficWatch();
        watch.comparisons = comparisons;
        watch.meta = meta;
        watch.clock = clock;
        watch.numbers = new Numbers();
        watch.leases = new Leases() {
            @Override
            public boolean runAlone(String name, Runnable work) {
                work.run();
                return true;
            }
        };
        return watch;
    }

    private final class Numbers extends PhoneNumbers {
        @Override
        public List<SenderNumber> all() {
            return List.of(number);
        }

        @Override
        public Optional<NumberView> details(UUID workspaceId, String id) {
            return Optional.of(new NumberView(
                    number, null, null, null, false, null, null, false, meta.connectedAt, meta.connectedAt));
        }
    }

    private static final class Meta extends CountsAtMeta {
        private final List<String> asked = new ArrayList<>();
        private Optional<DayCounts> counts = Optional.empty();
        private RequestFailed failure;
        private Instant connectedAt = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        Optional<DayCounts> of(SenderNumber asking, Instant from, Instant to) {
            if (failure != null) {
                throw failure;
            }
            asked.add(from + " " + to);
            return counts;
        }
    }
}
