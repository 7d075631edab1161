package org.chasqui.messaging.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Writes people and the keys by which they come, many at a time. Callers bring the transaction. */
@ApplicationScoped
class ContactStore {
    private static final String SAVE = """
            insert into msg_contact as c (id, workspace_id, phone, user_id, parent_user_id, username, name,
                profile_name, language, identity_hash, attributes, tags, created_at, updated_at, forgotten_at)
            select n.id, n.workspace_id, n.phone, n.user_id, n.parent_user_id, n.username, n.name, n.profile_name,
                n.language, n.identity_hash, n.attributes::jsonb,
                array(select jsonb_array_elements_text(n.tags::jsonb)), n.created_at, n.now,
                case when n.forgotten then n.now end
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::boolean[])
                as n(id, workspace_id, phone, user_id, parent_user_id, username, name, profile_name, language,
                    identity_hash, attributes, tags, created_at, now, forgotten)
            on conflict (id) do update set phone = excluded.phone, user_id = excluded.user_id,
                parent_user_id = excluded.parent_user_id, username = excluded.username, name = excluded.name,
                profile_name = excluded.profile_name, language = excluded.language,
                identity_hash = excluded.identity_hash, attributes = excluded.attributes, tags = excluded.tags,
                updated_at = excluded.updated_at, forgotten_at = excluded.forgotten_at
            """;
    /** Absorbing: what the one who went up in the other had said counts for the other, the latest word of both. */
    private static final List<String> ABSORB = List.of(
            """
            insert into msg_consent as c (contact_id, category, opted_out, source, detail, at)
            select n.into_id, k.category, k.opted_out, k.source, k.detail, k.at
            from unnest(?::uuid[], ?::uuid[]) as n(gone, into_id) join msg_consent k on k.contact_id = n.gone
            on conflict (contact_id, category) do update set opted_out = excluded.opted_out,
                source = excluded.source, detail = excluded.detail, at = excluded.at where excluded.at > c.at
            """,
            "update msg_contact_identity i set contact_id = n.into_id"
                    + " from unnest(?::uuid[], ?::uuid[]) as n(gone, into_id) where i.contact_id = n.gone",
            "update msg_conversation c set contact_id = n.into_id"
                    + " from unnest(?::uuid[], ?::uuid[]) as n(gone, into_id) where c.contact_id = n.gone");

    @Inject
    Sql jdbc;

    /**
     * Keeps everybody else from making or changing people of the workspaces until the transaction ends. Only who has
     * something to write takes it; two who meet the same new person at once would make two of him.
     */
    void lock(Collection<UUID> workspaces) {
        jdbc.execute("waiting for the contacts", connection -> {
            try (var statement =
                    connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 4711))")) {
                for (var workspace : workspaces.stream().distinct().sorted().toList()) {
                    statement.setString(1, "contacts " + workspace);
                    statement.execute();
                }
            }
        });
    }

    /** Writes people and their keys. */
    void save(List<ContactRow> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.execute("saving contacts", connection -> {
            try (var statement = connection.prepareStatement(SAVE)) {
                var columns = new Binder(connection, statement, rows);
                columns.add("uuid", ContactRow::id);
                columns.add("uuid", ContactRow::workspaceId);
                columns.add("text", row -> row.texts().phone());
                columns.add("text", row -> row.texts().userId());
                columns.add("text", row -> row.texts().parentUserId());
                columns.add("text", row -> row.texts().username());
                columns.add("text", row -> row.texts().name());
                columns.add("text", row -> row.texts().profileName());
                columns.add("text", row -> row.texts().language());
                columns.add("text", row -> row.texts().identityHash());
                columns.add("text", row -> row.attributes().toString());
                columns.add("text", row -> Attributes.array(row.tags()));
                columns.add("timestamptz", ContactRow::createdAt);
                columns.add("timestamptz", row -> now);
                columns.add("boolean", ContactRow::isForgotten);
                statement.executeUpdate();
            }
            saveKeys(connection, rows);
        });
    }

    /** A number that somebody no longer has may become another's; user ids are never given to another. */
    private static void saveKeys(Connection connection, List<ContactRow> rows) throws SQLException {
        var known =
                rows.stream().filter(row -> !row.isNew()).map(ContactRow::id).toList();
        if (!known.isEmpty()) {
            try (var statement = connection.prepareStatement(
                    "delete from msg_contact_identity where contact_id = any(?) and value ~ '^([0-9]+$|@)'")) {
                statement.setArray(1, Columns.uuids(connection, known));
                statement.executeUpdate();
            }
        }
        record Key(ContactRow row, String value) {}
        var keys = rows.stream()
                .flatMap(row -> row.keys().stream().map(value -> new Key(row, value)))
                .toList();
        var sql = """
                insert into msg_contact_identity (workspace_id, value, contact_id)
                select distinct on (workspace_id, value) * from unnest(?::uuid[], ?::text[], ?::uuid[])
                    as n(workspace_id, value, contact_id)
                on conflict (workspace_id, value) do update set contact_id = excluded.contact_id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1, Columns.of(connection, "uuid", keys, key -> key.row().workspaceId()));
            statement.setArray(2, Columns.of(connection, "text", keys, Key::value));
            statement.setArray(
                    3, Columns.of(connection, "uuid", keys, key -> key.row().id()));
            statement.executeUpdate();
        }
    }

    /** Lets people go up in others. */
    void absorb(Map<UUID, UUID> absorbed) {
        if (absorbed.isEmpty()) {
            return;
        }
        jdbc.execute("uniting contacts", connection -> {
            var gone = List.copyOf(absorbed.keySet());
            for (var sql : ABSORB) {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setArray(1, Columns.uuids(connection, gone));
                    statement.setArray(2, Columns.of(connection, "uuid", gone, absorbed::get));
                    statement.executeUpdate();
                }
            }
            deleteRows(connection, gone);
        });
    }

    /** Deletes a person with everything that we keep about him; messages and conversations stay. */
    void delete(UUID id) {
        jdbc.execute("deleting a contact", connection -> {
            for (var sql : List.of(
                    "delete from msg_contact_identity where contact_id = ?",
                    "update msg_conversation set contact_id = null, name = null where contact_id = ?")) {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setObject(1, id);
                    statement.executeUpdate();
                }
            }
            deleteRows(connection, List.of(id));
        });
    }

    private static void deleteRows(Connection connection, List<UUID> ids) throws SQLException {
        for (var sql : List.of(
                "delete from msg_consent where contact_id = any(?)", "delete from msg_contact where id = any(?)")) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, Columns.uuids(connection, ids));
                statement.executeUpdate();
            }
        }
    }

    /** Binds columns of people, one after the other. */
    private static final class Binder {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<ContactRow> rows;
        private int index;

        private Binder(Connection connection, PreparedStatement statement, List<ContactRow> rows) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
        }

        private void add(String type, Function<ContactRow, ? extends @Nullable Object> column) throws SQLException {
            statement.setArray(++index, Columns.of(connection, type, rows, column));
        }
    }
}
