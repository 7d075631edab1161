package org.chasqui.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignedInTest {
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void aSignInHoldsForAWorkingDayAndNoLonger() {
        var signedIn = new SignedIn("ana@example.com", AT);

        assertThat(signedIn.isOver(AT.plus(Duration.ofHours(12)).minusMillis(1)))
                .isFalse();
        assertThat(signedIn.isOver(AT.plus(Duration.ofHours(12)))).isTrue();
    }
}
