package org.chasqui.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenWatchTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"400,", "337,", "336,14", "169,14", "168,7", "25,7", "24,1", "1,1", "-5,1"})
    void warnsFourteenDaysSevenDaysAndOneDayBefore(int hours, Integer days) {
        assertThat(TokenWatch.due(NOW, NOW.plus(Duration.ofHours(hours)))).isEqualTo(days);
    }
}
