package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.migrations.DatabaseReady;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.junit.jupiter.api.Test;

class SealRenewalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final MessagingDatabase database = new MessagingDatabase();
    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
    private final EndpointStore store = new EndpointStore();
    private final Vault vault = new Vault();

    SealRenewalTest() {
        store.jdbc = database.jdbc();
    }

    @Test
    void everythingThatIsSealedOutlivesAChangeOfTheKey() {
        vault.keyring = keyring(key(1));
        var endpoint = endpoint();
        vault.keyring = keyring(key(2), key(1));
        renewal().renew(new DatabaseReady());

        vault.keyring = keyring(key(2));

        var now = store.byId(endpoint.id()).orElseThrow();
        assertThat(vault.secrets(now, NOW)).containsExactly("whsec_current", "whsec_previous");
        assertThat(vault.headers(now)).containsExactly(Map.entry("X-Tenant", "7"));
        assertThat(now)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("sealed.*")
                .isEqualTo(endpoint);
    }

    @Test
    void whatWasLostDoesNotKeepTheOthers() {
        vault.keyring = keyring(key(1));
        endpoint();
        vault.keyring = keyring(key(3));
        var other = endpoint();
        vault.keyring = keyring(key(2), key(3));
        renewal().renew(new DatabaseReady());

        vault.keyring = keyring(key(2));

        assertThat(vault.secrets(store.byId(other.id()).orElseThrow(), NOW)).hasSize(2);
    }

    private SealRenewal renewal() {
        var renewal = new SealRenewal();
        renewal.desk = new SealDesk();
        renewal.desk.store = store;
        renewal.desk.vault = vault;
        return renewal;
    }

    private Endpoint endpoint() {
        var id = ids.next();
        var endpoint = new Endpoint(
                id,
                ids.next(),
                "https://example.com/",
                false,
                List.of("*"),
                null,
                vault.sealHeaders(id, Map.of("X-Tenant", "7")),
                true,
                null,
                Wording.OWN,
                vault.sealSecret(id, "whsec_previous"),
                null,
                NOW.plusSeconds(60),
                WebhookStatus.PAUSED,
                "paused",
                NOW,
                NOW);
        endpoint = endpoint.sealed(
                vault.sealSecret(id, "whsec_current"), vault.sealAsPrevious(endpoint), endpoint.sealedHeaders());
        store.save(endpoint);
        return endpoint;
    }

    private static Keyring keyring(byte[]... keys) {
        return new Keyring(new SecretBox(List.of(keys)));
    }

    private static byte[] key(int seed) {
        var key = new byte[SecretBox.KEY_BYTES];
        Arrays.fill(key, (byte) seed);
        return key;
    }
}
