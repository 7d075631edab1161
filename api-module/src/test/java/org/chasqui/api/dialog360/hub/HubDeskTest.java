package org.chasqui.api.dialog360.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.chasqui.api.testing.InTransaction;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.messaging.webhooks.NewSecret;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.WebhookWish;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HubDeskTest {
    private static final UUID WORKSPACE = new UUID(4, 4);
    private static final PartnerNotes BAKERS = new PartnerNotes(WORKSPACE, null, null, "Bakers", null);

    private final ApiDatabase database = new ApiDatabase();

    /** Knows no webhook, and makes none. */
    private HubDesk desk(Sql sql) {
        var desk = new HubDesk();
        desk.store = new HubStore();
        desk.store.jdbc = sql;
        desk.clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        desk.webhooks = new Webhooks() {
            @Override
            public Optional<WebhookView> find(UUID workspaceId, UUID id) {
                return Optional.empty();
            }

            @Override
            public NewSecret create(UUID workspaceId, WebhookWish wish) {
                throw RequestFailed.invalid("url", "must begin with https://.");
            }
        };
        return desk;
    }

    private HubDesk.Standing change(@Nullable String url) {
        return InTransaction.of(database, sql -> desk(sql).change(WORKSPACE, old -> BAKERS, url, "ana@example.com"));
    }

    @Test
    void whoseAddressIsRefusedHasChangedNothingElseEither() {
        assertThatThrownBy(() -> change("http://a.example")).isInstanceOf(RequestFailed.class);

        assertThat(desk(database.sql()).partner(WORKSPACE).notes()).isEqualTo(PartnerNotes.none(WORKSPACE));
    }

    @Test
    void whoNamesNoAddressChangesTheRest() {
        assertThat(change(null).notes()).isEqualTo(BAKERS);

        assertThat(desk(database.sql()).partner(WORKSPACE).notes()).isEqualTo(BAKERS);
        assertThat(change("").webhook()).isEmpty();
    }
}
