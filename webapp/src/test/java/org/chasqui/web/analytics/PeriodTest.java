package org.chasqui.web.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void hasBothEnds() {
        assertThat(Period.of("2026-11-01", "2026-11-09", TODAY))
                .hasValue(new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 9)));
        assertThat(Period.of("2026-11-09", "2026-11-09", TODAY).orElseThrow().days())
                .isOne();
    }

    @Test
    void oneEndIsEnough() {
        assertThat(Period.of("2026-11-20", null, TODAY)).hasValue(Period.until(TODAY, 3));
        assertThat(Period.of(null, "2026-11-09", TODAY)).hasValue(Period.until(LocalDate.of(2026, 11, 9), 30));
    }

    @Test
    void endsTodayAndIsNotLongerThanNinetyDays() {
        assertThat(Period.of("2026-11-20", "2027-01-01", TODAY)).hasValue(Period.until(TODAY, 3));
        assertThat(Period.of("2020-01-01", "2026-11-09", TODAY))
                .hasValue(Period.until(LocalDate.of(2026, 11, 9), Period.MOST_DAYS));
    }

    @Test
    void nonsenseIsNone() {
        assertThat(Period.of(null, null, TODAY)).isEmpty();
        assertThat(Period.of("yesterday", "2026-13-40", TODAY)).isEmpty();
        assertThat(Period.of("2026-11-10", "2026-11-09", TODAY)).isEmpty();
        assertThat(Period.of("2027-01-01", null, TODAY)).isEmpty();
    }

    @Test
    void beginsAndEndsWhereTheHoursOfItsDaysDo() {
        var oneDay = new Period(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 9));

        assertThat(oneDay.begin(ZoneId.of("America/Sao_Paulo"))).isEqualTo(Instant.parse("2026-11-09T03:00:00Z"));
        assertThat(oneDay.end(ZoneId.of("America/Sao_Paulo"))).isEqualTo(Instant.parse("2026-11-10T03:00:00Z"));
        assertThat(oneDay.begin(ZoneId.of("Asia/Kolkata"))).isEqualTo(Instant.parse("2026-11-08T19:00:00Z"));
    }
}
