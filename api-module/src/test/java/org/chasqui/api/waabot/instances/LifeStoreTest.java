package org.chasqui.api.waabot.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifeStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID LINK = new UUID(5, 5);
    private static ApiDatabase database;
    private static long made;

    private final LifeStore store = new LifeStore();
    private final InstanceStore instances = new InstanceStore();
    private final UUID workspace = new UUID(1, ++made);
    private final UUID number = new UUID(2, made);

    @BeforeAll
    static void openADatabase() {
        database = new ApiDatabase();
    }

    @BeforeEach
    void takeTheDatabase() {
        store.jdbc = database.sql();
        instances.jdbc = database.sql();
    }

    @Test
    void anInstanceHasALifeAsSoonAsSomebodyChangesIt() {
        var id = instance(null, false);
        assertThat(store.find(id)).isEmpty();

        assertThat(store.lock(id)).isEqualTo(new Life(id, null, null));
        store.save(new Life(id, LINK, number));

        assertThat(store.find(id)).contains(new Life(id, LINK, number));
        assertThat(store.lock(id)).isEqualTo(new Life(id, LINK, number));
    }

    @Test
    void onlyWhoHasALinkAndNoNumberWaits() {
        var waiting = instance(null, false);
        var connected = instance(number, false);
        var deleted = instance(null, true);
        for (var id : new UUID[] {waiting, connected, deleted}) {
            store.lock(id);
            store.save(new Life(id, LINK, null));
        }
        instance(null, false);

        assertThat(store.waiting(workspace)).containsExactly(objectId(waiting));
        assertThat(store.waiting(new UUID(1, 0))).isEmpty();
    }

    @Test
    void aNumberThatWasLeftIsNoInstanceUntilSomebodyTakesIt() {
        var id = instance(null, false);
        assertThat(instances.wasDeleted(number)).isFalse();

        store.lock(id);
        store.save(new Life(id, null, number));
        assertThat(instances.wasDeleted(number)).isTrue();

        store.taken(number);
        assertThat(instances.wasDeleted(number)).isFalse();
        assertThat(store.find(id)).contains(new Life(id, null, null));
    }

    @Test
    void whoDeletesTwiceIsToldFromWhoNeverHadOne() {
        var id = instance(number, true);

        assertThat(store.wasDeleted(workspace, objectId(id), null)).isTrue();
        assertThat(store.wasDeleted(workspace, objectId(id), number)).isTrue();
        assertThat(store.wasDeleted(workspace, objectId(id), new UUID(2, 0))).isFalse();
        assertThat(store.wasDeleted(new UUID(1, 0), objectId(id), null)).isFalse();
        assertThat(instances.wasDeleted(number)).isTrue();
    }

    private UUID instance(@Nullable UUID numberId, boolean isDeleted) {
        var id = new UUID(3, ++made);
        database.update(
                "insert into api_waabot_instance (id, object_id, workspace_id, number_id, webhook_events, session_id, session_hash,"
                        + " access_token, multi_device, send_webhook, created_at, updated_at, deleted_at)"
                        + " values (?, ?, ?, ?, '{}', ?, ?, 'x', false, false, ?, ?, ?)",
                id,
                objectId(id),
                workspace,
                numberId,
                id.toString(),
                id.toString().getBytes(StandardCharsets.US_ASCII),
                NOW,
                NOW,
                isDeleted ? NOW : null);
        return id;
    }

    private static String objectId(UUID id) {
        return String.format("%024x", id.getLeastSignificantBits());
    }
}
