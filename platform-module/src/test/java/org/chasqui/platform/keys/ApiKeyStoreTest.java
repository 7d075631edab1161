package org.chasqui.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiKeyStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
    private static TestDatabase database;
    private final Ids ids = new Ids(Clock.systemUTC());
    private UUID workspace;

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void addWorkspace() {
        workspace = ids.next();
        database.inTransaction(entities -> entities.createNativeQuery(
                        "insert into plt_workspace (id, name, created_at) values (?, 'w', now())")
                .setParameter(1, workspace)
                .executeUpdate());
    }

    @Test
    void findsAKeyByTheHashOfItsSecretAndKeepsEverything() {
        var secret = Secrets.next();
        var number = ids.next();
        var wish = new CreateApiKey(
                workspace, "Shop", KeyKind.DIALOG360, Set.of(Scope.SEND, Scope.READ), number, NOW, "ana@example.com");
        var id = add(wish, secret);

        var found = database.inTransaction(entities ->
                store(entities).byHash(Secrets.hash(secret)).orElseThrow().view());

        assertThat(found.id()).isEqualTo(id);
        assertThat(found.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.SEND);
        assertThat(found.phoneNumberId()).isEqualTo(number);
        assertThat(found.expiresAt()).isEqualTo(NOW);
        assertThat(found.createdAt()).isEqualTo(NOW);
        assertThat(found.kind()).isEqualTo(KeyKind.DIALOG360);
    }

    @Test
    void storesAKeyForAllNumbersWithoutAnEnd() {
        var secret = Secrets.next();
        add(new CreateApiKey(workspace, "Shop", KeyKind.CHASQUI, Set.of(), null, null, "ana@example.com"), secret);

        var found = database.inTransaction(entities ->
                store(entities).byHash(Secrets.hash(secret)).orElseThrow().view());

        assertThat(found.phoneNumberId()).isNull();
        assertThat(found.expiresAt()).isNull();
        assertThat(found.scopes()).isEmpty();
    }

    @Test
    void doesNotStoreTheSecret() {
        var secret = Secrets.next();
        add(new CreateApiKey(workspace, "Shop", KeyKind.CHASQUI, Set.of(), null, null, "a"), secret);

        var row = database.inTransaction(entities -> entities.createNativeQuery(
                        "select plt_api_key::text from plt_api_key where workspace_id = ?")
                .setParameter(1, workspace)
                .getSingleResult());

        assertThat(row.toString()).contains(Secrets.prefix(secret)).doesNotContain(secret.substring(10));
    }

    @Test
    void refusesTheSameSecretTwice() {
        var secret = Secrets.next();
        var wish = new CreateApiKey(workspace, "Shop", KeyKind.CHASQUI, Set.of(), null, null, "a");
        add(wish, secret);

        assertThatThrownBy(() -> add(wish, secret)).hasStackTraceContaining("plt_api_key_secret");
    }

    @Test
    void listsTheNewestFirst() {
        var first = add(new CreateApiKey(workspace, "1", KeyKind.CHASQUI, Set.of(), null, null, "a"), Secrets.next());
        var second = add(new CreateApiKey(workspace, "2", KeyKind.CHASQUI, Set.of(), null, null, "a"), Secrets.next());

        var listed = database.inTransaction(entities -> store(entities).ofWorkspace(workspace).stream()
                .map(key -> key.id)
                .toList());

        assertThat(listed).containsExactly(second, first);
    }

    private UUID add(CreateApiKey wish, String secret) {
        return database.inTransaction(entities -> {
            var key = new ApiKey(ids.next(), wish, secret, NOW);
            store(entities).add(key);
            return key.id;
        });
    }

    private static ApiKeyStore store(EntityManager entities) {
        var store = new ApiKeyStore();
        store.entities = entities;
        return store;
    }
}
