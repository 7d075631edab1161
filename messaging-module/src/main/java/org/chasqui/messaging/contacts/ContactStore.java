package org.chasqui.messaging.contacts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.phone.NumberVariants;
import org.jspecify.annotations.Nullable;

/** People in the database, many at a time. Callers bring the transaction. */
@ApplicationScoped
class ContactStore {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FIND = """
            select n.workspace_id as key_workspace, n.value as key_value, c.*
            from (select distinct * from unnest(?::uuid[], ?::text[]) as k(workspace_id, value)) n
            join msg_contact_identity i on i.workspace_id = n.workspace_id and i.value = n.value
            join msg_contact c on c.id = i.contact_id
            """;
    private static final String KNOWN = """
            select n.workspace_id as key_workspace, n.value as key_value, c.id, c.phone, c.user_id,
                (select array_agg(k.category) from msg_consent k where k.contact_id = c.id and k.opted_out) as opted_out
            from (select distinct * from unnest(?::uuid[], ?::text[]) as k(workspace_id, value)) n
            join msg_contact_identity i on i.workspace_id = n.workspace_id and i.value = n.value
            join msg_contact c on c.id = i.contact_id
            """;
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

    /** The people who have the keys. A person with several of them is one object. */
    Map<Identity, ContactRow> find(Collection<Identity> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return jdbc.run("looking for contacts", connection -> {
            var found = new HashMap<Identity, ContactRow>();
            var rows = new HashMap<UUID, ContactRow>();
            try (var statement = connection.prepareStatement(FIND)) {
                bindKeys(connection, statement, keys);
                try (var result = statement.executeQuery()) {
                    while (result.next()) {
                        var read = row(result);
                        var row = rows.computeIfAbsent(read.id(), id -> read);
                        found.put(key(result), row);
                    }
                }
            }
            return found;
        });
    }

    /** What sending needs to know of the people who have the keys. */
    Map<Identity, Person> known(Collection<Identity> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return jdbc.run("looking for people", connection -> {
            var found = new HashMap<Identity, Person>();
            try (var statement = connection.prepareStatement(KNOWN)) {
                bindKeys(connection, statement, keys);
                try (var result = statement.executeQuery()) {
                    while (result.next()) {
                        found.put(key(result), person(result));
                    }
                }
            }
            return found;
        });
    }

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
                var columns = new Columns(connection, statement, rows);
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
                columns.add("text", row -> MAPPER.valueToTree(row.tags()).toString());
                columns.add("timestamptz", row -> row.createdAt().toString());
                columns.add("timestamptz", row -> now.toString());
                columns.add("boolean", ContactRow::isForgotten);
                statement.executeUpdate();
            }
            saveKeys(connection, rows);
        });
    }

    /** A number that somebody no longer has may become another's; user ids are never given to another. */
    private static void saveKeys(Connection connection, List<ContactRow> rows) throws SQLException {
        var known =
                rows.stream().filter(row -> !row.isNew()).map(ContactRow::id).toArray();
        if (known.length > 0) {
            try (var statement = connection.prepareStatement(
                    "delete from msg_contact_identity where contact_id = any(?) and value ~ '^([0-9]+$|@)'")) {
                statement.setArray(1, connection.createArrayOf("uuid", known));
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
                    1, array(connection, "uuid", keys, key -> key.row().workspaceId()));
            statement.setArray(2, array(connection, "text", keys, Key::value));
            statement.setArray(
                    3, array(connection, "uuid", keys, key -> key.row().id()));
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
                    statement.setArray(1, array(connection, "uuid", gone, id -> id));
                    statement.setArray(2, array(connection, "uuid", gone, absorbed::get));
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
                statement.setArray(1, array(connection, "uuid", ids, id -> id));
                statement.executeUpdate();
            }
        }
    }

    private static Identity key(ResultSet row) throws SQLException {
        return new Identity((UUID) row.getObject("key_workspace"), row.getString("key_value"));
    }

    private static Person person(ResultSet row) throws SQLException {
        var phone = row.getString("phone");
        var userId = row.getString("user_id");
        var keys = new HashSet<String>();
        if (phone != null) {
            keys.addAll(NumberVariants.allOf(phone));
        }
        if (userId != null) {
            keys.add(userId);
        }
        var out = row.getArray("opted_out");
        return new Person(
                (UUID) row.getObject("id"),
                phone,
                userId,
                Set.copyOf(keys),
                out == null ? Set.of() : Set.of((String[]) out.getArray()));
    }

    private static ContactRow row(ResultSet row) throws SQLException {
        return new ContactRow(
                (UUID) row.getObject("id"),
                (UUID) row.getObject("workspace_id"),
                new ContactRow.Texts(
                        row.getString("phone"),
                        row.getString("user_id"),
                        row.getString("parent_user_id"),
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("profile_name"),
                        row.getString("language"),
                        row.getString("identity_hash")),
                attributes(row.getString("attributes")),
                Arrays.asList((String[]) row.getArray("tags").getArray()),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("forgotten_at") != null,
                false);
    }

    static ObjectNode attributes(String json) {
        return (ObjectNode) json(json);
    }

    static JsonNode json(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("what was stored is no JSON", ours);
        }
    }

    private static void bindKeys(Connection connection, PreparedStatement statement, Collection<Identity> keys)
            throws SQLException {
        var list = new ArrayList<>(keys);
        statement.setArray(1, array(connection, "uuid", list, Identity::workspaceId));
        statement.setArray(2, array(connection, "text", list, Identity::value));
    }

    static <T> Array array(
            Connection connection, String type, List<T> rows, Function<T, ? extends @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    /** Binds columns of people, one after the other. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<ContactRow> rows;
        private int index;

        private Columns(Connection connection, PreparedStatement statement, List<ContactRow> rows) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
        }

        private void add(String type, Function<ContactRow, ? extends @Nullable Object> column) throws SQLException {
            statement.setArray(++index, array(connection, type, rows, column));
        }
    }
}
