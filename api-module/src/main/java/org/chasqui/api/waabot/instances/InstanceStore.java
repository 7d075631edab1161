package org.chasqui.api.waabot.instances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Instances in the database. Callers bring the transaction. */
@ApplicationScoped
class InstanceStore {
    private static final String ADD = """
            insert into api_waabot_instance (id, object_id, workspace_id, number_id, bot_id, webhook_id, webhook_events,
                session_id, session_hash, access_token, multi_device, send_webhook, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?)
            on conflict (number_id) where deleted_at is null do nothing
            """;
    private static final String SAVE = """
            update api_waabot_instance set number_id = ?, bot_id = ?, webhook_id = ?, webhook_events = ?::text[],
                multi_device = ?, send_webhook = ?, updated_at = ?
            where id = ? and deleted_at is null
            """;

    @Inject
    Sql jdbc;

    @Inject
    InstanceVault vault;

    /** Adds an instance, unless its number is one already; says whether it did. */
    boolean add(WaabotInstance instance) {
        return update(
                        ADD,
                        instance.id(),
                        instance.objectId(),
                        instance.workspaceId(),
                        instance.numberId(),
                        instance.botId(),
                        instance.webhookId(),
                        array(instance.webhookEvents()),
                        vault.seal(instance.id(), "session_id", instance.sessionId()),
                        InstanceVault.hash(instance.sessionId()),
                        vault.seal(instance.id(), "access_token", instance.accessToken()),
                        instance.multiDevice(),
                        instance.sendWebhook(),
                        instance.createdAt(),
                        instance.updatedAt())
                == 1;
    }

    /** Writes what may change of an instance. */
    void save(WaabotInstance instance) {
        update(
                SAVE,
                instance.numberId(),
                instance.botId(),
                instance.webhookId(),
                array(instance.webhookEvents()),
                instance.multiDevice(),
                instance.sendWebhook(),
                instance.updatedAt(),
                instance.id());
    }

    void delete(UUID id, Instant now) {
        update("update api_waabot_instance set deleted_at = ?, updated_at = ? where id = ?", now, now, id);
    }

    Optional<WaabotInstance> bySession(String sessionId) {
        return read("session_hash = ? and deleted_at is null", InstanceVault.hash(sessionId)).stream()
                .findFirst();
    }

    /** An instance that nobody else changes before the transaction ends. */
    Optional<WaabotInstance> lock(UUID id) {
        return read("id = ? and deleted_at is null for update", id).stream().findFirst();
    }

    Optional<WaabotInstance> byObjectId(UUID workspaceId, String objectId) {
        return read("workspace_id = ? and object_id = lower(?) and deleted_at is null", workspaceId, objectId).stream()
                .findFirst();
    }

    Optional<WaabotInstance> byNumber(UUID numberId) {
        return read("number_id = ? and deleted_at is null", numberId).stream().findFirst();
    }

    Optional<WaabotInstance> byWebhook(UUID webhookId) {
        return read("webhook_id = ? and deleted_at is null", webhookId).stream().findFirst();
    }

    /** The oldest first. */
    List<WaabotInstance> ofWorkspace(UUID workspaceId) {
        return read("workspace_id = ? and deleted_at is null order by id", workspaceId);
    }

    /** Whether somebody has deleted the instance of a number, or logged it out, and nobody has made another since. */
    boolean wasDeleted(UUID numberId) {
        return jdbc.run("looking for deleted instances", connection -> {
            var sql = "select 1 from api_waabot_instance where number_id = ? and deleted_at is not null"
                    + " union all select 1 from api_waabot_life where left_number_id = ? limit 1";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, numberId);
                statement.setObject(2, numberId);
                try (var rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /** Seals with the current key what was sealed with an older one; answers how many rows that were. */
    int renewSeals() {
        int renewed = 0;
        for (var row : outdated()) {
            renewed += update(
                    "update api_waabot_instance set session_id = ?, access_token = ? where id = ?",
                    vault.seal(row.id(), "session_id", row.sessionId()),
                    vault.seal(row.id(), "access_token", row.accessToken()),
                    row.id());
        }
        return renewed;
    }

    private List<WaabotInstance> outdated() {
        return jdbc.run("looking for seals", connection -> {
            var found = new ArrayList<WaabotInstance>();
            try (var statement = connection.prepareStatement("select * from api_waabot_instance");
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (vault.isOutdated(rows.getString("session_id"))
                            || vault.isOutdated(rows.getString("access_token"))) {
                        found.add(instance(rows));
                    }
                }
            }
            return found;
        });
    }

    private int update(String sql, @Nullable Object... values) {
        return jdbc.run("writing an instance", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    private List<WaabotInstance> read(String where, Object... values) {
        return jdbc.run("reading instances", connection -> {
            var found = new ArrayList<WaabotInstance>();
            try (var statement = connection.prepareStatement("select * from api_waabot_instance where " + where)) {
                Columns.bind(statement, values);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(instance(rows));
                    }
                }
            }
            return found;
        });
    }

    private WaabotInstance instance(ResultSet row) throws SQLException {
        var id = Columns.uuid(row, "id");
        return new WaabotInstance(
                id,
                row.getString("object_id"),
                Columns.uuid(row, "workspace_id"),
                nullable(row, "number_id"),
                nullable(row, "bot_id"),
                nullable(row, "webhook_id"),
                List.of((String[]) row.getArray("webhook_events").getArray()),
                vault.open(id, "session_id", row.getString("session_id")),
                vault.open(id, "access_token", row.getString("access_token")),
                row.getBoolean("multi_device"),
                row.getBoolean("send_webhook"),
                Columns.requiredInstant(row, "created_at"),
                Columns.requiredInstant(row, "updated_at"));
    }

    /** The names are letters only, so that the text form of an array holds them as they are. */
    private static String array(List<String> names) {
        return "{" + String.join(",", names) + "}";
    }

    private static @Nullable UUID nullable(ResultSet row, String column) throws SQLException {
        return (UUID) row.getObject(column);
    }
}
