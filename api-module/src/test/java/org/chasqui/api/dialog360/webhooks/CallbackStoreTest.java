package org.chasqui.api.dialog360.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.chasqui.messaging.sql.SqlFailed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static ApiDatabase database;
    private static long made;

    private final CallbackStore store = new CallbackStore();
    private final UUID number = new UUID(2, ++made);

    @BeforeAll
    static void openADatabase() {
        database = new ApiDatabase();
    }

    @BeforeEach
    void takeTheDatabase() {
        store.jdbc = database.sql();
    }

    @Test
    void theMainOneComesFirstAndTheOthersAsTheyWereMade() {
        store.lock(number);
        var second = add("b", 1);
        var third = add("a", 2);
        var main = add(null, 3);

        assertThat(store.ofNumber(number)).containsExactly(main, second, third);
        assertThat(store.ofNumber(new UUID(2, 0))).isEmpty();

        store.remove(second.webhookId());
        assertThat(store.ofNumber(number)).containsExactly(main, third);
    }

    @Test
    void aNumberHasOneMainAndEachNameOnce() {
        add(null, 0);
        add("a", 0);
        add("A", 0);

        assertThatThrownBy(() -> add(null, 0)).isInstanceOf(SqlFailed.class);
        assertThatThrownBy(() -> add("a", 0)).isInstanceOf(SqlFailed.class);
    }

    private Callback add(@Nullable String name, int seconds) {
        var callback = new Callback(new UUID(3, ++made), new UUID(1, 1), number, name, NOW.plusSeconds(seconds));
        store.add(callback);
        return callback;
    }
}
