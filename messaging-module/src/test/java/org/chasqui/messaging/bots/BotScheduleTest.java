package org.chasqui.messaging.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotScheduleTest {
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    @ParameterizedTest
    @CsvSource({
        "+1, +01:00",
        "-3, -03:00",
        "+05:30, +05:30",
        "+0530, +05:30",
        "-03:30, -03:30",
        "UTC+1, +01:00",
        "utc-10, -10:00",
        "GMT-3, -03:00",
        "GMT+05:45, +05:45",
        "+0, Z",
        "Africa/Harare, Africa/Harare",
        "America/Argentina/Buenos_Aires, America/Argentina/Buenos_Aires",
        "UTC, UTC"
    })
    void everyFormOfTheSeedIsAZone(String text, String zone) {
        var read = BotZone.parse(text);

        assertThat(read.zone()).isEqualTo(ZoneId.of(zone));
        assertThat(read.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "+25", "+19", "UTC+99", "Mars/Olympus", "+01:75", "Z+1", "Harare"})
    void whatIsNoZoneIsRefused(String text) {
        assertThatThrownBy(() -> BotZone.parse(text))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("timezone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "25:00", "5:60", "noon", "", "24:01", "5.30"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> new BotHours("0:00", text))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("active_hours.to");
    }

    @ParameterizedTest
    @CsvSource({"always, always", "always, 5:00", "9:00, always", "7:30, 7:30", "00:00, 24:00", "0:00, 00:00"})
    void theWholeDayIsWrittenInManyWays(String from, String to) {
        var schedule = new BotSchedule(BotZone.UTC, EVERY_DAY, new BotHours(from, to));

        for (int hour = 0; hour < 24; hour++) {
            assertThat(schedule.isActiveAt(Instant.parse("2026-11-22T00:30:00Z").plusSeconds(3_600L * hour)))
                    .isTrue();
        }
    }

    @Test
    void theHoursOfTheSeedAreTheNight() {
        var schedule = new BotSchedule(BotZone.parse("+1"), EVERY_DAY, new BotHours("00:00", "5:00"));

        assertThat(schedule.isActiveAt(Instant.parse("2026-11-21T22:59:59Z"))).isFalse();
        assertThat(schedule.isActiveAt(Instant.parse("2026-11-21T23:00:00Z"))).isTrue();
        assertThat(schedule.isActiveAt(Instant.parse("2026-11-22T03:59:59Z"))).isTrue();
        assertThat(schedule.isActiveAt(Instant.parse("2026-11-22T04:00:00Z"))).isFalse();
    }

    @Test
    void hoursOverMidnightBelongToTheDayOnWhichTheyBegan() {
        // 21 November 2026 is a Saturday.
        var schedule = new BotSchedule(BotZone.UTC, Set.of(DayOfWeek.SATURDAY), new BotHours("22:00", "2:00"));

        assertThat(schedule.isActiveAt(Instant.parse("2026-11-21T01:00:00Z"))).isFalse();
        assertThat(schedule.isActiveAt(Instant.parse("2026-11-21T23:00:00Z"))).isTrue();
        assertThat(schedule.isActiveAt(Instant.parse("2026-11-22T01:59:59Z"))).isTrue();
        assertThat(schedule.isActiveAt(Instant.parse("2026-11-22T02:00:00Z"))).isFalse();
        assertThat(schedule.isActiveAt(Instant.parse("2026-11-22T23:00:00Z"))).isFalse();
    }

    @Test
    void noDayMeansNever() {
        var schedule = new BotSchedule(BotZone.UTC, Set.of(), BotHours.ALWAYS);

        assertThat(schedule.isActiveAt(Instant.parse("2026-11-22T12:00:00Z"))).isFalse();
    }

    /** In any zone of the world, at any minute of six years, with any hours: as a calendar on the wall would tell. */
    @Property(tries = 20_000)
    void theClockOnTheWallCounts(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 6 * 366 * 24 * 60) int minute,
            @ForAll @IntRange(max = 24 * 60 - 1) int from,
            @ForAll @IntRange(max = 24 * 60 - 1) int to,
            @ForAll Set<DayOfWeek> days) {
        var at = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(60L * minute);
        var hours = new BotHours(text(from), text(to));
        var schedule = new BotSchedule(new BotZone(zone.getId(), zone), days, hours);
        var wall = LocalDateTime.ofInstant(at, zone);

        assertThat(schedule.isActiveAt(at))
                .isEqualTo(isWithin(wall, wall.toLocalDate(), from, to, days)
                        || isWithin(wall, wall.toLocalDate().minusDays(1), from, to, days));
    }

    /** Around each change of the clocks: an hour that is skipped is missing, one that comes twice counts twice. */
    @Property(tries = 5_000)
    void changesOfTheClocksTakeAndGiveWhatTheyDo(
            @ForAll("zones") ZoneId zone, @ForAll @IntRange(min = -180, max = 180) int minutesAround) {
        var change = zone.getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z"));
        var middle = change == null ? Instant.parse("2026-06-01T00:00:00Z") : change.getInstant();
        var at = middle.plusSeconds(60L * minutesAround);
        var hours = new BotHours("1:00", "3:00");
        var time = LocalDateTime.ofInstant(at, zone).toLocalTime();

        assertThat(new BotSchedule(new BotZone(zone.getId(), zone), EVERY_DAY, hours).isActiveAt(at))
                .isEqualTo(time.getHour() == 1 || time.getHour() == 2);
    }

    /** Whether a moment on the wall is within the hours that begin on a day; hours that end when they begin are that day. */
    private static boolean isWithin(LocalDateTime wall, LocalDate day, int from, int to, Set<DayOfWeek> days) {
        if (!days.contains(day.getDayOfWeek())) {
            return false;
        }
        var begin = from == to ? day.atStartOfDay() : day.atTime(LocalTime.MIDNIGHT.plusMinutes(from));
        var end = from == to
                ? day.plusDays(1).atStartOfDay()
                : (to > from ? day : day.plusDays(1)).atTime(LocalTime.MIDNIGHT.plusMinutes(to));
        return !wall.isBefore(begin) && wall.isBefore(end);
    }

    private static String text(int minute) {
        return minute / 60 + ":" + String.format("%02d", minute % 60);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
    }
}
