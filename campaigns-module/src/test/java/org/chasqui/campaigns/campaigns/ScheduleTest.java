package org.chasqui.campaigns.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");

    private static Instant at(String written, String zone) {
        return Schedule.parse(written, zone, NOW).at();
    }

    @Test
    void meansTheLocalTimeOfItsZone() {
        assertThat(at("2026-02-01T09:00:00", "America/Bogota")).isEqualTo("2026-02-01T14:00:00Z");
        assertThat(at("2026-02-01T09:00", "Asia/Kolkata")).isEqualTo("2026-02-01T03:30:00Z");
    }

    @Test
    void followsDaylightSavingWithinTheYear() {
        assertThat(at("2026-03-28T09:00", "Europe/Madrid")).isEqualTo("2026-03-28T08:00:00Z");
        assertThat(at("2026-03-30T09:00", "Europe/Madrid")).isEqualTo("2026-03-30T07:00:00Z");
    }

    @Test
    void aTimeThatIsLeftOutInSpringComesLaterByTheShift() {
        // Clocks went from 2:00 to 3:00: 2:30 is meant as 3:30.
        assertThat(at("2026-03-29T02:30", "Europe/Madrid")).isEqualTo("2026-03-29T01:30:00Z");
        // From 0:00 to 1:00, on the day itself.
        assertThat(at("2026-09-06T00:15", "America/Santiago")).isEqualTo("2026-09-06T04:15:00Z");
    }

    @Test
    void aTimeThatComesTwiceInAutumnBeginsTheFirstTime() {
        assertThat(at("2026-10-25T02:30", "Europe/Madrid")).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void keepsWhatWasWrittenForPeople() {
        var schedule = Schedule.parse("2026-10-25T02:30:00", "Europe/Madrid", NOW);

        assertThat(schedule.local()).isEqualTo("2026-10-25T02:30");
        assertThat(schedule.zone()).isEqualTo("Europe/Madrid");
    }

    @Test
    void takesATimeWithItsOffsetInstead() {
        assertThat(Schedule.parse("2026-02-01T09:00:00-05:00", null, NOW))
                .isEqualTo(new Schedule(Instant.parse("2026-02-01T14:00:00Z"), null, null));
        assertThat(Schedule.parse("2026-02-01T09:00:00Z", null, NOW).at()).isEqualTo("2026-02-01T09:00:00Z");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(() -> Schedule.parse("2026-02-01T09:00:00", null, NOW))
                .hasMessageContaining("scheduled_at")
                .hasMessageContaining("time_zone");
        assertThatThrownBy(() -> at("2026-02-01T09:00:00-05:00", "America/Bogota"))
                .hasMessageContaining("without an offset");
        assertThatThrownBy(() -> at("2026-02-01T09:00:00", "Bogota")).hasMessageContaining("time_zone");
        assertThatThrownBy(() -> at("2026-02-01T09:00:00", "+05:00")).hasMessageContaining("time_zone");
        assertThatThrownBy(() -> at("tomorrow", "America/Bogota")).hasMessageContaining("scheduled_at");
        assertThatThrownBy(() -> at("2026-01-14T09:00:00", "America/Bogota")).hasMessageContaining("is over");
        assertThatThrownBy(() -> at("2027-02-01T09:00:00", "America/Bogota")).hasMessageContaining("a year");
    }
}
