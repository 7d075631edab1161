package org.chasqui.api.botmaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.CreateApiKey;
import org.chasqui.platform.keys.KeyKind;
import org.chasqui.platform.keys.NewApiKey;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static ApiDatabase database;

    private final Credentials credentials = new Credentials();
    private final List<ApiKeyView> keys = new ArrayList<>();

    @BeforeAll
    static void openADatabase() {
        database = new ApiDatabase();
    }

    @BeforeEach
    void standInForTheKeys() {
        credentials.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        credentials.jdbc = database.sql();
        credentials.tokens = new RefreshTokens();
        credentials.tokens.keyring = new Keyring(new SecretBox(List.of(new byte[SecretBox.KEY_BYTES])));
        credentials.preferences = new KeyPreferences() {
            @Override
            public int acceptedStatus(UUID keyId) {
                return 200;
            }

            @Override
            public void setAcceptedStatus(UUID keyId, int status) {
                // Not what this is about.
            }
        };
        credentials.keys = new ApiKeys() {
            @Override
            public List<ApiKeyView> list(UUID workspaceId) {
                return List.copyOf(keys);
            }

            @Override
            public NewApiKey create(CreateApiKey wish) {
                var made = key(wish.name(), wish.expiresAt(), null);
                keys.add(made);
                return new NewApiKey(made, "cm_new");
            }

            @Override
            public void revoke(UUID workspaceId, UUID keyId, String by) {
                keys.replaceAll(one -> one.id().equals(keyId) ? key(one.id(), one.name(), one.expiresAt(), NOW) : one);
            }
        };
    }

    private ApiKeyView key(String name, @Nullable Instant expiresAt, @Nullable Instant revokedAt) {
        return key(new UUID(5, keys.size() + 1L), name, expiresAt, revokedAt);
    }

    private static ApiKeyView key(UUID id, String name, @Nullable Instant expiresAt, @Nullable Instant revokedAt) {
        return new ApiKeyView(
                id,
                WORKSPACE,
                name,
                KeyKind.BOTMAKER,
                "cm_",
                Set.of("*"),
                null,
                NOW.minus(Duration.ofDays(30)),
                expiresAt,
                revokedAt,
                null,
                "ana@example.com");
    }

    private Credentials.Texts given(@Nullable Instant expiresAt) {
        var key = key("Shop", expiresAt, null);
        keys.add(key);
        return credentials.of(key);
    }

    @Test
    void whatIsRenewedEndsWhenTheOldOneWouldHave() {
        var tomorrow = NOW.plus(Duration.ofDays(1));

        var renewed = credentials.renew(given(tomorrow)).orElseThrow().key();

        assertThat(renewed.expiresAt()).isEqualTo(tomorrow);
        assertThat(credentials
                        .renew(credentials.of(renewed))
                        .orElseThrow()
                        .key()
                        .expiresAt())
                .as("however often it is renewed")
                .isEqualTo(tomorrow);
    }

    @Test
    void whatHasNoEndGetsNone() {
        assertThat(credentials.renew(given(null)).orElseThrow().key().expiresAt())
                .isNull();
    }

    @Test
    void whatHasEndedIsNotRenewed() {
        var ended = given(NOW.minusSeconds(1));

        assertThatThrownBy(() -> credentials.renew(ended))
                .isInstanceOfSatisfying(
                        RequestFailed.class, failed -> assertThat(failed.code()).isEqualTo(FailureCode.TOKEN_EXPIRED));
        assertThat(keys).as("nothing was made").hasSize(1);
    }

    @Test
    void aKeyIsRenewedOnce() {
        var texts = given(null);
        credentials.renew(texts);

        assertThat(credentials.renew(texts)).isEmpty();
    }
}
