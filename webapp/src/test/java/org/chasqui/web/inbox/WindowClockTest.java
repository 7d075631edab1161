package org.chasqui.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowClockTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT24H,     green,  100, 24 h 0 min left",
        "PT23H22M,  green,  97,  23 h 22 min left",
        "PT4H,      green,  16,  4 h 0 min left",
        "PT3H59M,   amber,  16,  3 h 59 min left",
        "PT42M,     amber,  3,   42 min left",
        "PT10S,     amber,  3,   1 min left",
        "PT0S,      closed, 0,   Closed",
        "-PT1H,     closed, 0,   Closed"
    })
    void tellsHowMuchIsLeft(Duration left, String colour, long share, String text) {
        var clock = new WindowClock(NOW.plus(left), NOW);

        assertThat(clock.getColour()).isEqualTo(colour);
        assertThat(clock.getShare()).isEqualTo(share);
        assertThat(clock.getText()).isEqualTo(text);
        assertThat(clock.isOpen()).isEqualTo(!colour.equals("closed"));
    }

    @Test
    void whoNeverWroteHasNoWindow() {
        var clock = new WindowClock(null, NOW);

        assertThat(clock.isOpen()).isFalse();
        assertThat(clock.getText()).isEqualTo("No window");
    }
}
