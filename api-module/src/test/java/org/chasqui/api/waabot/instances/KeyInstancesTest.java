package org.chasqui.api.waabot.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.KeyKind;
import org.chasqui.platform.keys.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyInstancesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID NUMBER = new UUID(2, 2);

    private final KeyInstances companion = new KeyInstances();

    KeyInstancesTest() {
        companion.instances = new Instances() {
            @Override
            public WaabotInstance demand(UUID workspaceId, UUID numberId) {
                return new WaabotInstance(
                        new UUID(9, 9),
                        ForeignIds.objectId(Clock.fixed(NOW, ZoneOffset.UTC)),
                        workspaceId,
                        numberId,
                        null,
                        null,
                        List.of(),
                        "session",
                        "token",
                        false,
                        false,
                        NOW,
                        NOW);
            }
        };
    }

    @Test
    void aKeyThatMayDoEverythingComesWithTheCredentialsOfItsNumber() {
        assertThat(companion.of(key(Set.of(Scope.ALL), null)))
                .hasValueSatisfying(given -> assertThat(given.accessToken()).isEqualTo("token"));
        assertThat(companion.of(key(Set.of(Scope.READ, Scope.WRITE, Scope.SEND), null)))
                .isPresent();
    }

    @Test
    void nobodyGetsByThemWhatHisKeyDoesNotGive() {
        assertThat(companion.of(key(Set.of(), null))).isEmpty();
        assertThat(companion.of(key(Set.of(Scope.READ, Scope.WRITE), null))).isEmpty();
        assertThat(companion.of(key(Set.of(Scope.ALL), NOW.plusSeconds(60))))
                .as("they never end")
                .isEmpty();
    }

    private static ApiKeyView key(Set<String> scopes, @Nullable Instant end) {
        return new ApiKeyView(
                new UUID(3, 3),
                new UUID(1, 1),
                "Shop",
                KeyKind.WAABOT,
                "cm_abc",
                scopes,
                NUMBER,
                NOW,
                end,
                null,
                null,
                "ana@example.com");
    }
}
