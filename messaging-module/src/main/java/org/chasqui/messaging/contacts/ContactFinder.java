package org.chasqui.messaging.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.phone.NumberVariants;

/** Finds people under the keys by which they come, many at a time. Callers bring the transaction. */
@ApplicationScoped
class ContactFinder {
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

    private static Identity key(ResultSet row) throws SQLException {
        return new Identity(Columns.uuid(row, "key_workspace"), row.getString("key_value"));
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
                Columns.uuid(row, "id"),
                phone,
                userId,
                Set.copyOf(keys),
                out == null ? Set.of() : Set.of((String[]) out.getArray()));
    }

    private static ContactRow row(ResultSet row) throws SQLException {
        return new ContactRow(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "workspace_id"),
                new ContactRow.Texts(
                        row.getString("phone"),
                        row.getString("user_id"),
                        row.getString("parent_user_id"),
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("profile_name"),
                        row.getString("language"),
                        row.getString("identity_hash")),
                Attributes.of(row.getString("attributes")),
                Arrays.asList((String[]) row.getArray("tags").getArray()),
                Columns.requiredInstant(row, "created_at"),
                row.getObject("forgotten_at") != null,
                false);
    }

    private static void bindKeys(Connection connection, PreparedStatement statement, Collection<Identity> keys)
            throws SQLException {
        var list = new ArrayList<>(keys);
        statement.setArray(1, Columns.of(connection, "uuid", list, Identity::workspaceId));
        statement.setArray(2, Columns.of(connection, "text", list, Identity::value));
    }
}
