package org.chasqui.analytics.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.analytics.testing.AnalyticsDatabase;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.junit.jupiter.api.Test;

class RollupsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:30Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final UUID OURS = new UUID(1, 1);
    private static final UUID THEIRS = new UUID(1, 2);
    private static final UUID NUMBER = new UUID(2, 1);
    private static final UUID OTHER_NUMBER = new UUID(2, 2);
    private static final String BRAZIL = "5511955501234";
    private static final String NIGERIA = "2348012345678";

    private final AnalyticsDatabase database = new AnalyticsDatabase();
    private final RollupWriter writer = new RollupWriter();
    private final Rollups rollups = new Rollups();

    RollupsTest() {
        writer.jdbc = database.jdbc();
        rollups.jdbc = database.jdbc();
        rollups.tables = new CountTables(database.jdbc(), CLOCK);
        rollups.clock = CLOCK;
    }

    @Test
    void everyFilterAddsUpToTheWhole() {
        sent(OURS, NUMBER, "marketing", "offer", BRAZIL, NOW);
        sent(OURS, NUMBER, "marketing", "offer", NIGERIA, NOW);
        sent(OURS, OTHER_NUMBER, "utility", "order", BRAZIL, NOW.minus(Duration.ofHours(5)));
        sent(OURS, OTHER_NUMBER, "service", null, "someone", NOW);
        sent(THEIRS, NUMBER, "marketing", "offer", BRAZIL, NOW);

        assertThat(total(CountFilter.all(OURS))).isEqualTo(4);
        assertThat(total(filter(NUMBER, null, null, null, false))).isEqualTo(2);
        assertThat(total(filter(OTHER_NUMBER, null, null, null, false))).isEqualTo(2);
        assertThat(total(filter(null, "offer", null, null, false))).isEqualTo(2);
        assertThat(total(filter(null, null, "utility", null, false))).isEqualTo(1);
        assertThat(total(filter(null, null, null, Set.of("BR"), false))).isEqualTo(2);
        assertThat(total(filter(null, null, null, Set.of("NG"), false))).isEqualTo(1);
        assertThat(total(filter(null, null, null, Set.of("BR", "NG"), true)))
                .as("the rest of the world")
                .isEqualTo(1);
        assertThat(total(filter(NUMBER, "offer", "marketing", Set.of("BR"), false)))
                .isEqualTo(1);
        assertThat(rollups.byTemplateName(CountFilter.all(OURS), hoursAgo(24), NOW)
                        .keySet())
                .containsExactly("offer", "order");
        assertThat(rollups.byTemplate(OURS, hoursAgo(24), NOW))
                .hasSize(2)
                .extractingByKey(new SentTemplate(NUMBER, "offer"))
                .satisfies(totals -> assertThat(totals.queued()).isEqualTo(2));
    }

    @Test
    void linesOfADayAddUpToIt() {
        sent(OURS, NUMBER, "marketing", "offer", BRAZIL, NOW);
        sent(OURS, NUMBER, "marketing", "offer", NIGERIA, NOW);
        sent(OURS, OTHER_NUMBER, "service", null, "someone", NOW);
        sent(OURS, NUMBER, "marketing", "offer", BRAZIL, NOW.minus(Duration.ofDays(1)));
        var today = LocalDate.of(2026, 11, 22);
        var everything = CountFilter.all(OURS);

        assertThat(rollups.lines(everything, today, ZoneOffset.UTC))
                .extracting(line -> line.numberId() + " " + line.template() + " "
                        + line.totals().queued())
                .containsExactly(NUMBER + " offer 2", OTHER_NUMBER + "  1");
        assertThat(rollups.lines(everything.inMarket("Brazil", today), today, ZoneOffset.UTC))
                .singleElement()
                .satisfies(line -> assertThat(line.totals().queued()).isEqualTo(1));
        assertThat(rollups.lines(everything, today, ZoneId.of("Pacific/Kiritimati")))
                .as("where this day has ended, and had begun when it was yesterday in UTC")
                .singleElement()
                .satisfies(line -> assertThat(line.totals().queued()).isEqualTo(1));
        assertThat(rollups.daily(everything, today.minusDays(1), today.minusDays(1), ZoneOffset.UTC))
                .singleElement()
                .satisfies(day -> assertThat(day.totals().queued()).isEqualTo(1));
    }

    /** The claim of decision 0010: what is written depends on what is in a batch, not on how long it is. */
    @Test
    void aBatchRaisesARowForEachCombinationAndNotForEachMessage() {
        var peers = List.of(
                BRAZIL,
                NIGERIA,
                "14155550123",
                "16045550123",
                "33612345678",
                "393331234567",
                "351912345678",
                "97450123456",
                "212612345678",
                "77011234567");
        var moves = new ArrayList<Move>();
        for (int i = 0; i < 500; i++) {
            moves.add(queued("template" + i % 3, peers.get(i % peers.size())));
        }

        writer.count(new MessagesMoved("accept", moves));

        assertThat(database.text("select count(*) || ' ' || sum(total) from ana_hour"))
                .isEqualTo("3 500");
        assertThat(database.text("select count(*) || ' ' || sum(total) from ana_cube"))
                .isEqualTo("30 500");
        assertThat(database.text("select count(*) from ana_latency")).isEqualTo("0");
    }

    private static Move queued(String template, String peer) {
        return new Move(
                new UUID(3, 3),
                OURS,
                NUMBER,
                Direction.OUTBOUND,
                "marketing",
                template,
                null,
                peer,
                NOW,
                null,
                MessageStatus.QUEUED,
                Set.of(),
                Milestones.NONE,
                Milestones.NONE);
    }

    @Test
    void aDayIsADayOfTheZoneThatWasAskedFor() {
        sent(OURS, NUMBER, "utility", "order", BRAZIL, Instant.parse("2026-11-22T02:30:00Z"));

        var utc = rollups.daily(OURS, 3, ZoneOffset.UTC);
        var saoPaulo = rollups.daily(OURS, 3, ZoneId.of("America/Sao_Paulo"));
        var kolkata = rollups.daily(OURS, 3, ZoneId.of("Asia/Kolkata"));

        assertThat(dayOf(utc)).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(dayOf(saoPaulo)).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(dayOf(kolkata)).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(utc).hasSize(3);
    }

    @Test
    void theDayOfTheClockChangeHas25HoursAndLosesNone() {
        rollups.clock = Clock.fixed(Instant.parse("2026-10-26T12:00:00Z"), ZoneOffset.UTC);
        var zone = ZoneId.of("Europe/Lisbon");
        var midnight = Instant.parse("2026-10-24T23:00:00Z");
        for (int hour = 0; hour < 25; hour++) {
            sent(OURS, NUMBER, "utility", "order", BRAZIL, midnight.plus(Duration.ofHours(hour)));
        }

        assertThat(rollups.daily(OURS, 3, zone))
                .extracting(bucket -> bucket.totals().queued())
                .containsExactly(0L, 25L, 0L);
    }

    @Test
    void latenciesAndErrorsAreToldByStepAndCode() {
        var known = new Milestones(
                NOW.plusMillis(200), NOW.plusMillis(900), NOW.plusMillis(2_200), null, null, null, null, null);
        moved(OURS, NUMBER, "utility", "order", BRAZIL, NOW, MessageStatus.DELIVERED, known);
        var failed = new Milestones(NOW.plusMillis(100), null, null, null, NOW.plusMillis(200), null, 131026, null);
        moved(OURS, NUMBER, "marketing", "offer", BRAZIL, NOW, MessageStatus.FAILED, failed);

        var latencies = rollups.latencies(CountFilter.all(OURS), hoursAgo(1), NOW.plusSeconds(1));
        var delivered = latencies.stream()
                .filter(one -> one.step() == LatencyStep.DELIVERED)
                .findFirst()
                .orElseThrow();

        assertThat(latencies).hasSize(4);
        assertThat(delivered.category()).isEqualTo("utility");
        assertThat(delivered.times().percentile(99)).isBetween(2_000L, 2_500L);
        assertThat(rollups.errors(CountFilter.all(OURS), hoursAgo(1), NOW.plusSeconds(1)))
                .containsExactly(new ErrorCount(131026, 1));
        assertThat(rollups.errors(CountFilter.all(THEIRS), hoursAgo(1), NOW.plusSeconds(1)))
                .isEmpty();
    }

    private static LocalDate dayOf(List<DayBucket> days) {
        return days.stream()
                .filter(day -> day.totals().queued() == 1)
                .map(DayBucket::day)
                .reduce((one, other) -> {
                    throw new AssertionError("the message is there twice");
                })
                .orElseThrow();
    }

    private long total(CountFilter filter) {
        return rollups.totals(filter, hoursAgo(24), NOW.plusSeconds(1)).queued();
    }

    private static Instant hoursAgo(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    private static CountFilter filter(
            UUID number, String template, String category, Set<String> countries, boolean except) {
        return new CountFilter(OURS, number, template, category, null, countries, except);
    }

    private void sent(UUID workspace, UUID number, String category, String template, String peer, Instant at) {
        moved(workspace, number, category, template, peer, at, MessageStatus.QUEUED, Milestones.NONE);
    }

    private void moved(
            UUID workspace,
            UUID number,
            String category,
            String template,
            String peer,
            Instant at,
            MessageStatus to,
            Milestones after) {
        writer.count(new MessagesMoved(
                "accept",
                List.of(new Move(
                        new UUID(3, 3),
                        workspace,
                        number,
                        Direction.OUTBOUND,
                        category,
                        template,
                        null,
                        peer,
                        at,
                        null,
                        to,
                        Set.of(),
                        Milestones.NONE,
                        after))));
    }
}
