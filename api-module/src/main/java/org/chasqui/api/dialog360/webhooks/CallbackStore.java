package org.chasqui.api.dialog360.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Callbacks in the database. Callers bring the transaction. */
@ApplicationScoped
class CallbackStore {
    private static final String ADD = """
            insert into api_dialog360_callback (webhook_id, workspace_id, number_id, name, created_at)
            values (?, ?, ?, ?, ?)
            """;

    @Inject
    Sql jdbc;

    /** Only one at a time changes the callbacks of a number, for as long as the transaction lasts. */
    void lock(UUID numberId) {
        jdbc.execute("locking callbacks", connection -> {
            try (var statement =
                    connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 360))")) {
                statement.setString(1, numberId.toString());
                statement.execute();
            }
        });
    }

    void add(Callback callback) {
        update(
                ADD,
                callback.webhookId(),
                callback.workspaceId(),
                callback.numberId(),
                callback.name(),
                callback.createdAt());
    }

    void remove(UUID webhookId) {
        update("delete from api_dialog360_callback where webhook_id = ?", webhookId);
    }

    /** The main one first, then the others as they were made. */
    List<Callback> ofNumber(UUID numberId) {
        return jdbc.run("reading callbacks", connection -> {
            var sql = "select * from api_dialog360_callback where number_id = ?"
                    + " order by name is not null, created_at, name";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, numberId);
                var found = new ArrayList<Callback>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Callback(
                                Columns.uuid(rows, "webhook_id"),
                                Columns.uuid(rows, "workspace_id"),
                                Columns.uuid(rows, "number_id"),
                                rows.getString("name"),
                                Columns.requiredInstant(rows, "created_at")));
                    }
                }
                return found;
            }
        });
    }

    private void update(String sql, @Nullable Object... parameters) {
        jdbc.execute("writing callbacks", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, parameters);
                statement.executeUpdate();
            }
        });
    }
}
