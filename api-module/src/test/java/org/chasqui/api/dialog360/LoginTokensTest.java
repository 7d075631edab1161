package org.chasqui.api.dialog360;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.junit.jupiter.api.Test;

class LoginTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.250Z");
    private static final String SECRET = "cm_0123456789abcdefghijklmnopqrstuvwxyz";

    private final LoginTokens tokens = new LoginTokens();

    LoginTokensTest() {
        tokens.keyring = new Keyring(new SecretBox(List.of(new byte[SecretBox.KEY_BYTES])));
        at(NOW);
    }

    @Test
    void aTokenIsTheKeyForAWeek() {
        var issued = tokens.issue(SECRET);

        assertThat(issued.token()).doesNotContain(SECRET);
        assertThat(issued.toString()).doesNotContain(issued.token());
        assertThat(issued.expiresAt()).isEqualTo("2026-11-29T10:00:00Z");
        at(NOW.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(tokens.secret(issued.token())).contains(SECRET);
        at(NOW.plus(Duration.ofDays(7)));
        assertThat(tokens.secret(issued.token())).isEmpty();
    }

    @Test
    void nobodyElseMakesOne() {
        var token = tokens.issue(SECRET).token();
        var changed = (token.charAt(20) == 'A' ? "B" : "A");

        assertThat(tokens.secret(token.substring(0, 20) + changed + token.substring(21)))
                .isEmpty();
        assertThat(tokens.secret(SECRET)).isEmpty();
        assertThat(tokens.secret("")).isEmpty();
        assertThat(tokens.secret("A".repeat(2_000))).isEmpty();
    }

    private void at(Instant now) {
        tokens.clock = Clock.fixed(now, ZoneOffset.UTC);
    }
}
