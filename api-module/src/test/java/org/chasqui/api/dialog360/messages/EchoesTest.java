package org.chasqui.api.dialog360.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.junit.jupiter.api.Test;

class EchoesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID MESSAGE = new UUID(9, 1);

    private final Echoes echoes = new Echoes();

    EchoesTest() {
        echoes.store = new EchoStore();
        echoes.store.jdbc = new ApiDatabase().sql();
        at(NOW);
    }

    private void at(Instant now) {
        echoes.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    @Test
    void whatIsKeptComesBackUntilItsTimeIsOver() {
        assertThat(echoes.of(MESSAGE)).isEmpty();
        echoes.keep(MESSAGE, "order 41");
        echoes.keep(MESSAGE, "order 42");
        at(NOW.plus(Duration.ofDays(1)));
        echoes.keep(new UUID(9, 2), "order 43");

        assertThat(echoes.of(MESSAGE)).contains("order 42");

        var removed = echoes.removeNext(NOW.plusSeconds(1), "");
        assertThat(removed.removed()).isEqualTo(1);
        assertThat(removed.next()).isEmpty();
        assertThat(echoes.of(MESSAGE)).isEmpty();
        assertThat(echoes.of(new UUID(9, 2))).contains("order 43");
    }
}
