package org.chasqui.messaging.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.chasqui.messaging.bots.ai.AiReach;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a bot's secrets when somebody changes it who may not read them. */
class BotCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Ids IDS = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));

    private final BotCheck check = new BotCheck();

    {
        check.vault = new BotVault();
        check.vault.keyring = new Keyring(new SecretBox(List.of(new byte[SecretBox.KEY_BYTES])));
        check.reach = new AiReach() {
            @Override
            public void check(String baseUrl) {}
        };
    }

    private final BotRow withKey = check.with(blank(), wish("https://ai.example.com/v1", "sk-1"), NOW);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v1",
                "https://ai.example.com.evil.example/v1",
                "https://ai.example.com:8443/v1",
                "http://ai.example.com/v1"
            })
    void aKeyIsNotShownToAnotherServer(String address) {
        assertThatThrownBy(() -> check.with(withKey, wish(address, null), NOW))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused -> assertThat(refused.fields())
                                .singleElement()
                                .extracting("field")
                                .isEqualTo("ai.key"));

        var moved = check.with(withKey, wish(address, "sk-2"), NOW);
        assertThat(check.vault.aiKey(moved)).isEqualTo("sk-2");
        assertThat(check.with(withKey, wish(address, ""), NOW).aiKey()).isNull();
    }

    @Test
    void takingTheAddressAwayFirstDoesNotHelp() {
        var without = check.with(withKey, wish("", null), NOW);

        assertThatThrownBy(() -> check.with(without, wish("https://evil.example/v1", null), NOW))
                .isInstanceOf(RequestFailed.class);
    }

    @Test
    void anotherPathOnTheSameServerKeepsTheKey() {
        var moved = check.with(withKey, wish("https://AI.example.com/v2", null), NOW);

        assertThat(check.vault.aiKey(moved)).isEqualTo("sk-1");
        assertThat(moved.view().ai().baseUrl()).isEqualTo("https://AI.example.com/v2");
    }

    private static BotRow blank() {
        return new BotRow(
                new BotView(
                        IDS.next(),
                        IDS.next(),
                        "Reception",
                        BotKind.AI,
                        true,
                        BotSettings.DEFAULT,
                        AiSettings.NONE,
                        false,
                        ExternalBotSettings.NONE,
                        NOW,
                        NOW),
                null,
                null);
    }

    private static BotWish wish(String address, @Nullable String key) {
        var ai = new AiSettings(
                address, "m", "be kind", "facts", 5, 500, null, Duration.ofSeconds(10), null, false, true);
        return new BotWish(null, null, null, null, ai, key, null, null, "ana@example.com");
    }
}
