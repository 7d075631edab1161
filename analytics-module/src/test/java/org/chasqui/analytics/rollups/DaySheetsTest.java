package org.chasqui.analytics.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.chasqui.analytics.testing.AnalyticsDatabase;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.messages.Pricing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is folded when, every answer is the one that the hours give. */
class DaySheetsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:30Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Instant TODAY = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant YESTERDAY = Instant.parse("2026-11-21T00:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 19);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 22);
    private static final UUID OURS = new UUID(1, 1);
    private static final UUID NUMBER = new UUID(2, 1);
    private static final List<String> PEOPLE = List.of("5511955501234", "2348012345678", "14155550123");

    private final AnalyticsDatabase database = new AnalyticsDatabase();
    private final RollupWriter writer = new RollupWriter();
    private final LateMoves lateMoves = new LateMoves();
    private final DaySheets days = new DaySheets();
    private final Rollups rollups = new Rollups();

    DaySheetsTest() {
        writer.jdbc = database.jdbc();
        lateMoves.jdbc = database.jdbc();
        lateMoves.clock = CLOCK;
        days.jdbc = database.jdbc();
        days.clock = CLOCK;
        rollups.jdbc = database.jdbc();
        rollups.tables = new CountTables(database.jdbc(), CLOCK);
        rollups.clock = CLOCK;
    }

    @Test
    void everyAnswerIsTheSameBeforeAndAfterFolding() {
        messagesOfFourDays();
        var before = answers();

        days.late(100).forEach(days::fold);

        assertThat(database.text("select count(*) from ana_folded")).isEqualTo("3");
        assertThat(database.text("select count(*) from ana_late")).isEqualTo("0");
        assertThat(database.text("select sum(total) from ana_hour_days")).isEqualTo("150");
        assertThat(answers()).isEqualTo(before);
    }

    /** Taken from the day sheets and not from the hours: these are gone. */
    @Test
    void aFoldedDayIsReadFromItsSheet() {
        messagesOfFourDays();
        var before = totals(YESTERDAY.minus(Duration.ofDays(2)));
        days.late(100).forEach(days::fold);

        for (var sheet : Sheet.values()) {
            database.execute("delete from " + sheet.table() + " where hour < '" + TODAY + "'");
        }

        assertThat(totals(YESTERDAY.minus(Duration.ofDays(2)))).isEqualTo(before);
        assertThat(totals(YESTERDAY.plusSeconds(3600)).queued())
                .as("a part of a day is read from its hours")
                .isEqualTo(50);
    }

    /** Taken from the day sheets, once these are cut where the days begin: the hours are gone. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Sao_Paulo", "Asia/Kolkata", "Asia/Tokyo", "Pacific/Auckland", "UTC-8"})
    void aFoldedDayIsReadFromItsSheetAlsoByTheDaysOfAnotherZone(String id) {
        messagesOfFourDays();
        days.late(100).forEach(days::fold);
        var zone = ZoneId.of(id);
        var before = byDay(zone);
        assertThat(byDay(zone)).as("nobody has folded for this zone yet").isEqualTo(before);
        rollups.tables.wishes.take().forEach(days::fold);

        for (var sheet : Sheet.values()) {
            database.execute("delete from " + sheet.table() + " where hour < '" + TODAY + "' and hour >= '"
                    + TODAY.minus(Duration.ofDays(2)) + "'");
        }

        assertThat(byDay(zone)).isEqualTo(before);
    }

    private List<Object> byDay(ZoneId zone) {
        var everything = CountFilter.all(OURS);
        return List.of(
                rollups.daily(everything, 4, zone),
                rollups.daily(everything.inMarket("Brazil", LocalDate.of(2026, 11, 22)), 4, zone),
                rollups.latencyByDay(everything, LatencyStep.READ, FIRST, LAST, zone).entrySet().stream()
                        .map(day -> day.getKey() + " " + day.getValue().messages())
                        .toList());
    }

    @Test
    void whatMovesLaterIsFoldedAgainHoweverTheDayIsCut() {
        sent(YESTERDAY.plusSeconds(60), PEOPLE.get(0));
        days.fold(new DayOfWorkspace(OURS, YESTERDAY, 3));
        days.fold(new DayOfWorkspace(OURS, YESTERDAY, 19));
        read(YESTERDAY.plusSeconds(60), PEOPLE.get(0));

        assertThat(database.text("select count(*) from ana_folded")).isEqualTo("3");
        days.late(10).forEach(days::fold);

        assertThat(database.text("select string_agg(cut || ' ' || read, ', ' order by cut) from ana_hour_days"))
                .isEqualTo("0 1, 3 1, 19 1");
        assertThat(days.upToDate(YESTERDAY))
                .hasSize(3)
                .allSatisfy(day -> assertThat(days.check(day)).isZero());
    }

    @Test
    void whoAsksForAllTimesHasNoDaysFoldedThatCannotBe() {
        sent(YESTERDAY.plusSeconds(60), PEOPLE.get(0));

        var all = rollups.totals(CountFilter.all(OURS), Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));

        assertThat(all.queued()).isOne();
        assertThat(rollups.tables.wishes.take())
                .hasSizeLessThan(2_000)
                .contains(new DayOfWorkspace(OURS, YESTERDAY))
                .doesNotContain(new DayOfWorkspace(OURS, TODAY));
    }

    @Test
    void whatMovesLaterIsSeenAtOnceAndFoldedAgain() {
        sent(YESTERDAY.plusSeconds(60), PEOPLE.get(0));
        fold();
        read(YESTERDAY.plusSeconds(60), PEOPLE.get(0));

        assertThat(totals(YESTERDAY).read()).isEqualTo(1);
        assertThat(days.late(10)).containsExactly(new DayOfWorkspace(OURS, YESTERDAY));
        assertThat(database.text("select sum(read) from ana_hour_days")).isEqualTo("0");

        fold();
        assertThat(database.text("select sum(read) from ana_hour_days")).isEqualTo("1");
        assertThat(totals(YESTERDAY).read()).isEqualTo(1);
    }

    @Test
    void aDayThatDiffersFromItsHoursIsFoundAndNotReadAnyMore() {
        sent(YESTERDAY.plusSeconds(60), PEOPLE.get(0));
        read(YESTERDAY.plusSeconds(60), PEOPLE.get(0));
        moved(YESTERDAY, PEOPLE.get(1), null, MessageStatus.FAILED, failed(YESTERDAY));
        for (var sheet : Sheet.values()) {
            fold();
            var day = days.upToDate(YESTERDAY).get(0);
            assertThat(days.check(day)).isZero();
            var counter = sheet.counters().get(0);
            database.execute("update " + sheet.dayTable() + " set " + counter + " = " + counter + " + 1 where ctid ="
                    + " (select ctid from " + sheet.dayTable() + " limit 1)");

            assertThat(days.check(day)).as(sheet.dayTable()).isEqualTo(2);

            assertThat(days.upToDate(YESTERDAY)).isEmpty();
            assertThat(totals(YESTERDAY).queued()).isEqualTo(2);
        }
    }

    @Test
    void todayIsNeverLateAndADayThatHasJustEndedIsNotFoldedYet() {
        sent(TODAY.plusSeconds(60), PEOPLE.get(0));
        assertThat(database.text("select count(*) from ana_late")).isEqualTo("0");

        days.clock = Clock.fixed(TODAY.plusSeconds(3_500), ZoneOffset.UTC);
        sent(YESTERDAY.plusSeconds(60), PEOPLE.get(0));
        assertThat(days.late(10)).isEmpty();
        days.clock = Clock.fixed(TODAY.plusSeconds(3_600), ZoneOffset.UTC);
        assertThat(days.late(10)).hasSize(1);
    }

    @Test
    void aDayThatSomebodyAsksForIsWishedFor() {
        totals(YESTERDAY.minus(Duration.ofDays(1)));

        assertThat(rollups.tables.wishes.take())
                .containsExactlyInAnyOrder(
                        new DayOfWorkspace(OURS, YESTERDAY),
                        new DayOfWorkspace(OURS, YESTERDAY.minus(Duration.ofDays(1))));
        assertThat(rollups.tables.wishes.take()).isEmpty();
    }

    private void fold() {
        days.fold(new DayOfWorkspace(OURS, YESTERDAY));
    }

    private Totals totals(Instant since) {
        return rollups.totals(CountFilter.all(OURS), since, NOW);
    }

    private List<Object> answers() {
        var since = YESTERDAY.minus(Duration.ofDays(2)).plusSeconds(7 * 3600);
        var everything = CountFilter.all(OURS);
        var brazil = everything.inMarket("Brazil", LocalDate.of(2026, 11, 22));
        var saoPaulo = ZoneId.of("America/Sao_Paulo");
        return List.of(
                rollups.totals(everything, since, NOW),
                rollups.totals(brazil, since, NOW),
                rollups.daily(everything, 4, ZoneOffset.UTC),
                rollups.daily(brazil, 4, ZoneOffset.UTC),
                rollups.daily(everything, 4, saoPaulo),
                rollups.byTemplate(OURS, since, NOW),
                rollups.byTemplateName(brazil, since, NOW),
                rollups.errors(everything, since, NOW),
                times(rollups.latencies(everything, since, NOW)),
                rollups.latencyByDay(everything, LatencyStep.READ, FIRST, LAST, saoPaulo).values().stream()
                        .map(Histogram::messages)
                        .toList(),
                rollups.latencyByDay(everything, LatencyStep.READ, FIRST, LAST, ZoneOffset.UTC).values().stream()
                        .map(Histogram::messages)
                        .toList());
    }

    private static List<String> times(List<Latency> latencies) {
        return latencies.stream()
                .map(one -> one.step() + one.category() + one.times().messages() + " "
                        + one.times().percentile(95))
                .toList();
    }

    /** Fifty a day: some are read, some fail. */
    private void messagesOfFourDays() {
        var random = new Random(4711);
        for (int day = 0; day < 4; day++) {
            for (int i = 0; i < 50; i++) {
                var at = TODAY.minus(Duration.ofDays(day))
                        .plusSeconds(day == 0 ? i * 60 : 3_600 + random.nextInt(80_000));
                var person = PEOPLE.get(i % PEOPLE.size());
                sent(at, person);
                if (i % 3 == 0) {
                    read(at, person);
                } else if (i % 7 == 0) {
                    moved(at, person, MessageStatus.QUEUED, MessageStatus.FAILED, failed(at));
                }
            }
        }
    }

    private static Milestones failed(Instant at) {
        return new Milestones(at.plusMillis(80), null, null, null, at.plusMillis(90), null, 131026, null);
    }

    private void sent(Instant at, String person) {
        moved(at, person, null, MessageStatus.QUEUED, Milestones.NONE);
    }

    private void read(Instant at, String person) {
        var known = new Milestones(
                at.plusMillis(100),
                at.plusMillis(300),
                at.plusMillis(900),
                at.plusSeconds(60),
                null,
                null,
                null,
                new Pricing("PMP", "regular", "utility", true));
        moved(at, person, MessageStatus.QUEUED, MessageStatus.READ, known);
    }

    private void moved(Instant at, String person, MessageStatus from, MessageStatus to, Milestones after) {
        var event = new MessagesMoved(
                "merge",
                List.of(new Move(
                        new UUID(3, 3),
                        OURS,
                        NUMBER,
                        Direction.OUTBOUND,
                        "utility",
                        "order",
                        null,
                        person,
                        at,
                        from,
                        to,
                        Set.of(),
                        Milestones.NONE,
                        after)));
        writer.count(event);
        lateMoves.note(event);
    }
}
