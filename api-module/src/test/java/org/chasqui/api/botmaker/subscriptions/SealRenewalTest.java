package org.chasqui.api.botmaker.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.chasqui.platform.migrations.DatabaseReady;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.junit.jupiter.api.Test;

class SealRenewalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final TokenVault vault = new TokenVault();
    private final SubscriptionStore store = new SubscriptionStore(new ApiDatabase().sql(), vault);
    private final SealRenewal renewal = new SealRenewal();

    SealRenewalTest() {
        renewal.store = store;
    }

    @Test
    void tokensOutliveAChangeOfTheKey() {
        vault.keyring = keyring(1);
        var one = kept(new UUID(2, 11), "secret");
        vault.keyring = keyring(2, 1);
        var other = kept(new UUID(2, 12), "another");
        renewal.renew(new DatabaseReady());

        vault.keyring = keyring(2);

        assertThat(store.find(one.webhookId())).contains(one);
        assertThat(store.find(other.webhookId())).contains(other);
    }

    @Test
    void aTokenThatIsLostDoesNotKeepTheOthers() {
        vault.keyring = keyring(1);
        kept(new UUID(2, 21), "lost");
        vault.keyring = keyring(3);
        var other = kept(new UUID(2, 22), "another");
        vault.keyring = keyring(2, 3);
        renewal.renew(new DatabaseReady());

        vault.keyring = keyring(2);

        assertThat(store.find(other.webhookId())).contains(other);
    }

    private Subscription kept(UUID id, String token) {
        var one = new Subscription(
                id, new UUID(1, 77), Kind.MESSAGES, List.of(new UUID(3, 1)), token, Switches.USUAL, NOW);
        store.save(one);
        return one;
    }

    /** The current key first. */
    private static Keyring keyring(int... keys) {
        return new Keyring(
                new SecretBox(Arrays.stream(keys).mapToObj(SealRenewalTest::key).toList()));
    }

    private static byte[] key(int number) {
        var key = new byte[SecretBox.KEY_BYTES];
        Arrays.fill(key, (byte) number);
        return key;
    }
}
