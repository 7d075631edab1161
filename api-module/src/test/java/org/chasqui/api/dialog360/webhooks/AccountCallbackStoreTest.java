package org.chasqui.api.dialog360.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.junit.jupiter.api.Test;

class AccountCallbackStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID ACCOUNT = new UUID(7, 1);

    private final AccountCallbackStore store = new AccountCallbackStore();

    AccountCallbackStoreTest() {
        store.jdbc = new ApiDatabase().sql();
    }

    @Test
    void anAccountHasOneAndTheLastOne() {
        assertThat(store.ofAccount(ACCOUNT)).isEmpty();
        store.put(new AccountCallback(ACCOUNT, new UUID(1, 1), new UUID(8, 1), NOW));
        var second = new AccountCallback(ACCOUNT, new UUID(1, 1), new UUID(8, 2), NOW.plusSeconds(1));
        store.put(second);

        assertThat(store.ofAccount(ACCOUNT)).contains(second);
        assertThat(store.ofWebhook(new UUID(8, 2))).contains(second);
        assertThat(store.ofWebhook(new UUID(8, 1))).isEmpty();

        store.remove(ACCOUNT);
        assertThat(store.ofAccount(ACCOUNT)).isEmpty();
    }
}
