package org.chasqui.api.botmaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.api.conformance.Covers;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.KeyKind;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.junit.jupiter.api.Test;

class RefreshTokensTest {
    private static final UUID WORKSPACE = new UUID(1, 1);

    private final RefreshTokens tokens = tokens(7);
    private final ApiKeyView key = key(new UUID(2, 2));

    private static RefreshTokens tokens(int secret) {
        var bytes = new byte[SecretBox.KEY_BYTES];
        bytes[0] = (byte) secret;
        var tokens = new RefreshTokens();
        tokens.keyring = new Keyring(new SecretBox(List.of(bytes)));
        return tokens;
    }

    private static ApiKeyView key(UUID id) {
        return new ApiKeyView(
                id,
                WORKSPACE,
                "CRM",
                KeyKind.BOTMAKER,
                "cm_abc",
                Set.of("*"),
                null,
                Instant.parse("2026-11-22T10:00:00Z"),
                null,
                null,
                null,
                "ana@example.com");
    }

    @Test
    @Covers("S2-4")
    void bothTogetherNameTheKeyThatTheyRenew() {
        assertThat(tokens.read(tokens.secretId(key), " " + tokens.refreshToken(key) + " "))
                .contains(new RefreshTokens.Subject(WORKSPACE, key.id()));
    }

    @Test
    void thoseOfAnotherKeyDoNotFit() {
        var other = key(new UUID(3, 3));

        assertThat(tokens.read(tokens.secretId(other), tokens.refreshToken(key)))
                .isEmpty();
        assertThat(tokens.read(tokens.refreshToken(key), tokens.secretId(key))).isEmpty();
    }

    @Test
    void whatWeHaveNotSignedIsNothing() {
        var foreign = tokens(8);

        assertThat(tokens.read(foreign.secretId(key), foreign.refreshToken(key)))
                .isEmpty();
        assertThat(tokens.read(tokens.secretId(key), "no.base64!")).isEmpty();
        assertThat(tokens.read("", "")).isEmpty();
        assertThat(tokens.read(tokens.secretId(key), "A".repeat(600))).isEmpty();
    }
}
