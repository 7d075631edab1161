package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.chasqui.platform.testing.Fired;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private final MessagingDatabase database = new MessagingDatabase();
    private final Ids ids = new Ids(CLOCK);
    private final EndpointStore store = new EndpointStore();
    private final Webhooks webhooks = new Webhooks();
    private final Fired<WebhookRemoved> removed = new Fired<>();
    private final UUID workspace = ids.next();

    WebhooksTest() {
        store.jdbc = database.jdbc();
        var vault = new Vault();
        vault.keyring = new Keyring(new SecretBox(List.of(new byte[SecretBox.KEY_BYTES])));
        var inspector = new Inspector();
        inspector.jdbc = database.jdbc();
        inspector.settings = new Settings(null) {
            @Override
            public String publicUrl() {
                return "http://localhost:8080";
            }
        };
        webhooks.store = store;
        webhooks.vault = vault;
        webhooks.settings = new EndpointSettings();
        webhooks.settings.vault = vault;
        webhooks.settings.inspector = inspector;
        webhooks.ids = ids;
        webhooks.clock = CLOCK;
        webhooks.removed = removed;
        webhooks.audit = new AuditTrail() {
            @Override
            public void record(UUID id, String actor, String action, String subject, Map<String, String> details) {
                // Not what this is about.
            }
        };
    }

    @Test
    void anInspectorStaysOneWhenItIsSavedWithTheAddressThatItShows() {
        var made = webhooks.create(workspace, wish(Inspector.URL, null)).webhook();

        var changed = webhooks.update(workspace, made.id(), wish(made.url(), "for the demo"));

        assertThat(changed.url()).isEqualTo(made.url());
        assertThat(changed.description()).isEqualTo("for the demo");
        assertThat(store.byId(made.id()).orElseThrow().isInspector()).isTrue();
    }

    @Test
    void whoHasNotedAnythingOfAnEndpointHearsOfItsEnd() {
        var made = webhooks.create(workspace, wish(Inspector.URL, null)).webhook();

        webhooks.delete(workspace, made.id(), "ana@example.com");

        assertThat(webhooks.find(workspace, made.id())).isEmpty();
        assertThat(removed.events).containsExactly(new WebhookRemoved(workspace, made.id()));
    }

    @Test
    void whoChangesSettingsDoesNotUndoAPause() {
        var made = webhooks.create(workspace, wish(Inspector.URL, null)).webhook();
        var read = store.locked(made.id()).orElseThrow();
        store.setStatus(made.id(), WebhookStatus.PAUSED, "paused by ana", CLOCK.instant());

        store.save(read);

        assertThat(store.byId(made.id()).orElseThrow().status()).isEqualTo(WebhookStatus.PAUSED);
        assertThat(store.byId(made.id()).orElseThrow().statusReason()).isEqualTo("paused by ana");
    }

    private static WebhookWish wish(String url, String description) {
        return new WebhookWish(url, List.of("*"), null, null, null, description, "ana");
    }
}
