package org.chasqui.api.waabot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static ApiDatabase database;
    private static long made;

    private final SessionStore store = new SessionStore();
    private final UUID ana = new UUID(2, ++made);
    private final UUID ben = new UUID(3, made);

    @BeforeAll
    static void openADatabase() {
        database = new ApiDatabase();
    }

    @BeforeEach
    void takeTheDatabase() {
        store.jdbc = database.sql();
    }

    @Test
    void oneThatHasEndedIsNobodys() {
        var first = session(ana);
        var second = session(ana);

        store.end(first, NOW);

        assertThat(store.alive(first, NOW)).isEmpty();
        assertThat(store.aliveOf(ana, NOW)).extracting(Session::id).containsExactly(second);
        assertThat(store.alive(second, NOW.plusSeconds(61)))
                .as("it has run out")
                .isEmpty();
    }

    @Test
    void allOfAPersonEndAndNoneOfAnother() {
        session(ana);
        session(ana);
        var other = session(ben);

        store.endAllOf(ana, NOW);

        assertThat(store.aliveOf(ana, NOW)).isEmpty();
        assertThat(store.aliveOf(ben, NOW)).extracting(Session::id).containsExactly(other);
    }

    private UUID session(UUID user) {
        var session = new Session(new UUID(4, ++made), WORKSPACE, user, "curl", NOW, NOW, NOW.plusSeconds(60));
        store.add(session);
        return session.id();
    }
}
