package org.chasqui.api.dialog360.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static ApiDatabase database;
    private static long made;

    private final HubStore store = new HubStore();
    private final UUID workspace = new UUID(4, ++made);

    @BeforeAll
    static void openADatabase() {
        database = new ApiDatabase();
    }

    @BeforeEach
    void takeTheDatabase() {
        store.jdbc = database.sql();
    }

    @Test
    void aPartnerIsWhatItHasSaidLast() {
        store.lock(workspace);
        assertThat(store.partner(workspace)).isEmpty();

        store.put(PartnerNotes.none(workspace).withWebhook(new UUID(5, 1)), NOW);
        var notes = new PartnerNotes(workspace, null, "https://a.example/back", "Bakers", "https://a.example/logo.png");
        store.put(notes, NOW);

        assertThat(store.partner(workspace)).contains(notes);
        assertThat(store.partner(new UUID(4, 0))).isEmpty();
    }

    @Test
    void clientsAreThoseThatSomethingWasNotedOf() {
        var client = new ClientNotes(new UUID(6, ++made), "customer 7", 2);
        store.put(workspace, new ClientNotes(client.accountId(), null, null), NOW);
        store.put(workspace, client, NOW);

        assertThat(store.clients(workspace)).isEqualTo(Map.of(client.accountId(), client));
        assertThat(store.clients(new UUID(4, 0))).isEmpty();
    }
}
