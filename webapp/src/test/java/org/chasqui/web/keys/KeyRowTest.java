package org.chasqui.web.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.KeyKind;
import org.junit.jupiter.api.Test;

class KeyRowTest {
    private static final Instant NOW = Instant.parse("2026-11-19T14:00:00Z");

    @Test
    void aKeyThatEndsWithinAWeekSaysSo() {
        assertThat(row(NOW.plus(Duration.ofDays(6)), null, NOW).getStateText()).isEqualTo("Expires in 6 days");
        assertThat(row(NOW.plus(Duration.ofHours(5)), null, NOW).getStateText()).isEqualTo("Expires in 5 h");
    }

    @Test
    void revokedGoesBeforeExpired() {
        assertThat(row(NOW.minusSeconds(1), NOW.minusSeconds(5), NOW).getState())
                .isEqualTo("revoked");
        assertThat(row(NOW.minusSeconds(1), null, NOW).getState()).isEqualTo("expired");
    }

    @Test
    void aKeyThatNobodyUsesIsNotCalledActive() {
        assertThat(row(null, null, null).getState()).isEqualTo("unused");
        assertThat(row(null, null, NOW).getState()).isEqualTo("active");
    }

    private static KeyRow row(Instant expiresAt, Instant revokedAt, Instant lastUsedAt) {
        var key = new ApiKeyView(
                new UUID(1, 1),
                new UUID(1, 2),
                "Orders ERP",
                KeyKind.CHASQUI,
                "cm_7Hq2mW0s",
                Set.of("whatsapp:send"),
                null,
                NOW.minus(Duration.ofDays(100)),
                expiresAt,
                revokedAt,
                lastUsedAt,
                "amara@example.com");
        return new KeyRow(key, "All", NOW);
    }
}
