package org.chasqui.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void mayDoNothingWithoutScopes() {
        var key = key(Set.of(), null).view();

        assertThat(List.of(Scope.READ, Scope.WRITE, Scope.SEND)).noneMatch(key::has);
    }

    @Test
    void mayDoWhatItsScopesSayAndNoMore() {
        var key = key(Set.of(Scope.SEND), null).view();

        assertThat(key.has(Scope.SEND)).isTrue();
        assertThat(key.has(Scope.READ)).isFalse();
    }

    @Test
    void mayDoEverythingWithTheStar() {
        assertThat(key(Set.of(Scope.ALL), null).view().has(Scope.WRITE)).isTrue();
    }

    @Test
    void endsAtItsEnd() {
        var key = key(Set.of(), NOW.plusSeconds(10)).view();

        assertThat(key.isValid(NOW.plusSeconds(9))).isTrue();
        assertThat(key.isValid(NOW.plusSeconds(10))).isFalse();
    }

    @Test
    void staysRevokedWithTheFirstTime() {
        var key = key(Set.of(), null);

        assertThat(key.revoke(NOW)).isTrue();
        assertThat(key.revoke(NOW.plusSeconds(5))).isFalse();
        assertThat(key.view().revokedAt()).isEqualTo(NOW);
        assertThat(key.view().isValid(NOW)).isFalse();
    }

    @Test
    void keepsItsSecretOutOfTexts() {
        var secret = Secrets.next();
        var made = new NewApiKey(key(Set.of(), null).view(), secret);

        assertThat(made.toString()).doesNotContain(secret);
    }

    @Test
    void knowsItsKindsByTheirNames() {
        assertThat(KeyKind.fromWireName("dialog360")).contains(KeyKind.DIALOG360);
        assertThat(KeyKind.fromWireName("DIALOG360")).isEmpty();
    }

    private static ApiKey key(Set<String> scopes, Instant expiresAt) {
        var wish =
                new CreateApiKey(new UUID(0, 1), "Shop", KeyKind.CHASQUI, scopes, null, expiresAt, "ana@example.com");
        return new ApiKey(new UUID(0, 2), wish, Secrets.next(), NOW);
    }
}
