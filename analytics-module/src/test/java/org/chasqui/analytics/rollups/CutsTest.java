package org.chasqui.analytics.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutsTest {
    @ParameterizedTest
    @CsvSource({
        "UTC, 0",
        "Z, 0",
        "America/Sao_Paulo, 3",
        "UTC-3, 3",
        "Asia/Tokyo, 15",
        "Asia/Kolkata, 19",
        "Asia/Kathmandu, 19",
        "Pacific/Auckland, 11"
    })
    void daysBeginWhereTheFirstHourOfADayBegins(String zone, int cut) {
        assertThat(new Cuts(ZoneId.of(zone)).of(Instant.parse("2026-11-21T00:00:00Z")))
                .hasValue(cut);
    }

    @Test
    void theyMoveWithDaylightSaving() {
        var berlin = new Cuts(ZoneId.of("Europe/Berlin"));

        assertThat(berlin.of(Instant.parse("2026-03-28T00:00:00Z"))).hasValue(23);
        assertThat(berlin.of(Instant.parse("2026-03-29T00:00:00Z"))).hasValue(22);
        assertThat(berlin.of(Instant.parse("2026-10-25T00:00:00Z"))).hasValue(23);
    }

    @Test
    void aDayOfUtcThatIsADayOfTheZoneIsWhole() {
        var london = new Cuts(ZoneId.of("Europe/London"));

        assertThat(london.of(Instant.parse("2026-03-28T00:00:00Z"))).hasValue(0);
        assertThat(london.of(Instant.parse("2026-03-29T00:00:00Z")))
                .as("it ends an hour earlier")
                .hasValue(23);
    }
}
