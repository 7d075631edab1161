package org.chasqui.api.botmaker.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SubscriptionStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static ApiDatabase database;
    private static long made;

    private final UUID workspace = new UUID(1, ++made);
    private final SubscriptionStore store = new SubscriptionStore(database.sql(), new TokenVault() {
        @Override
        String seal(UUID webhookId, String token) {
            return "sealed " + token;
        }

        @Override
        String open(UUID webhookId, String sealed) {
            return sealed.substring("sealed ".length());
        }
    });

    @BeforeAll
    static void openADatabase() {
        database = new ApiDatabase();
    }

    private Subscription subscription(Kind kind, @Nullable String token, Switches switches) {
        return new Subscription(
                new UUID(2, ++made),
                workspace,
                kind,
                List.of(new UUID(3, 1), new UUID(3, 2)),
                token,
                switches,
                NOW.plusSeconds(made));
    }

    @Test
    void whatIsKeptIsReadBack() {
        var one = subscription(Kind.MESSAGES, "secret", new Switches(true, false, true, false, true, false, true));
        var other = subscription(Kind.MANAGEMENT, null, Switches.USUAL);
        store.save(one);
        store.save(other);

        assertThat(store.find(one.webhookId())).contains(one);
        assertThat(store.list(workspace)).containsExactly(one, other);
    }

    @Test
    void aChangeReplacesWhatWasThere() {
        var one = subscription(Kind.MESSAGES, "secret", Switches.USUAL);
        store.save(one);
        var changed = new Subscription(
                one.webhookId(),
                workspace,
                Kind.RESULTS,
                List.of(new UUID(3, 9)),
                null,
                new Switches(false, false, false, false, false, true, false),
                one.createdAt());
        store.save(changed);

        assertThat(store.list(workspace)).containsExactly(changed);
        store.delete(one.webhookId());
        assertThat(store.list(workspace)).isEmpty();
    }

    @Test
    void resultsAreWantedWhereSomebodyHearsOfThem() {
        store.save(subscription(Kind.MESSAGES, null, Switches.USUAL));
        assertThat(store.wantsResults(workspace)).isFalse();

        store.save(subscription(Kind.RESULTS, null, Switches.USUAL));
        assertThat(store.wantsResults(workspace)).isTrue();
        assertThat(store.wantsResults(new UUID(1, 0))).isFalse();
    }
}
