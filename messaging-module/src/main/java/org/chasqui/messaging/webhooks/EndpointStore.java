package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** The settings of endpoints in the database. Callers bring the transaction. */
@ApplicationScoped
class EndpointStore {
    /** The status of an endpoint that is there already stays: {@link #setStatus} changes it. */
    private static final String SAVE = """
            insert into msg_webhook (id, workspace_id, url, is_inspector, events, number_ids, headers, ordered, description,
                secret, previous_secret, previous_until, status, status_reason, created_at, updated_at, format, timeout_ms)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set url = excluded.url, is_inspector = excluded.is_inspector,
                events = excluded.events, number_ids = excluded.number_ids, headers = excluded.headers,
                ordered = excluded.ordered, description = excluded.description, secret = excluded.secret,
                previous_secret = excluded.previous_secret, previous_until = excluded.previous_until,
                updated_at = excluded.updated_at, format = excluded.format, timeout_ms = excluded.timeout_ms
            """;

    @Inject
    Sql jdbc;

    /** Adds an endpoint, or writes its settings; whoever changes them has read them with {@link #locked}. */
    void save(Endpoint endpoint) {
        jdbc.execute("saving an endpoint", connection -> {
            try (var statement = connection.prepareStatement(SAVE)) {
                statement.setObject(1, endpoint.id());
                statement.setObject(2, endpoint.workspaceId());
                statement.setString(3, endpoint.url());
                statement.setBoolean(4, endpoint.isInspector());
                statement.setArray(5, Columns.texts(connection, endpoint.events()));
                var numbers = endpoint.numberIds();
                statement.setArray(6, numbers == null ? null : Columns.uuids(connection, numbers));
                statement.setString(7, endpoint.sealedHeaders());
                statement.setBoolean(8, endpoint.ordered());
                statement.setString(9, endpoint.description());
                statement.setString(10, endpoint.sealedSecret());
                statement.setString(11, endpoint.sealedPrevious());
                Columns.set(statement, 12, endpoint.previousUntil());
                statement.setInt(13, endpoint.status().ordinal());
                statement.setString(14, endpoint.statusReason());
                Columns.set(statement, 15, endpoint.createdAt());
                Columns.set(statement, 16, endpoint.updatedAt());
                statement.setString(17, endpoint.wording().format());
                var timeout = endpoint.wording().timeout();
                statement.setObject(18, timeout == null ? null : (int) timeout.toMillis());
                statement.executeUpdate();
            }
            try (var statement = connection.prepareStatement(
                    "insert into msg_webhook_health (webhook_id) values (?) on conflict do nothing")) {
                statement.setObject(1, endpoint.id());
                statement.executeUpdate();
            }
        });
    }

    /** Changes the status and nothing else; what a person changes at the same time stays. */
    void setStatus(UUID id, WebhookStatus status, @Nullable String reason, Instant now) {
        run("update msg_webhook set status = ?, status_reason = ?, updated_at = ? where id = ?", statement -> {
            statement.setInt(1, status.ordinal());
            statement.setString(2, reason);
            Columns.set(statement, 3, now);
            statement.setObject(4, id);
        });
    }

    /** Forgets the failures of an endpoint, so that it is tried at once. */
    void forgetFailures(UUID id) {
        run(
                "update msg_webhook_health set failures_in_a_row = 0, window_start = null, window_requests = 0,"
                        + " window_failures = 0, trips = 0, open_until = null, failing_since = null,"
                        + " last_failure_at = null, noticed = 0 where webhook_id = ?",
                statement -> statement.setObject(1, id));
    }

    void delete(UUID id) {
        // The health first: whoever delivers locks it before anything else.
        for (var sql : List.of(
                "delete from msg_webhook_health where webhook_id = ?",
                "delete from msg_delivery_due where webhook_id = ?",
                "delete from msg_delivery_attempt a using msg_delivery d where d.id = a.delivery_id and d.webhook_id = ?",
                "delete from msg_delivery where webhook_id = ?",
                "delete from msg_webhook where id = ?")) {
            run(sql, statement -> statement.setObject(1, id));
        }
    }

    Optional<Endpoint> find(UUID workspaceId, UUID id) {
        return read("where id = ? and workspace_id = ?", statement -> {
                    statement.setObject(1, id);
                    statement.setObject(2, workspaceId);
                })
                .stream()
                .findFirst();
    }

    /**
     * As {@link #find}, for who must have it.
     *
     * @throws RequestFailed NOT_FOUND
     */
    Endpoint demand(UUID workspaceId, UUID id) {
        return find(workspaceId, id).orElseThrow(() -> RequestFailed.notFound("webhook", id.toString()));
    }

    /** As it is now, whatever its workspace, and nobody else changes it until the transaction ends. */
    Optional<Endpoint> locked(UUID id) {
        return read("where id = ? for update", statement -> statement.setObject(1, id)).stream()
                .findFirst();
    }

    /** Whatever its workspace: for background work, never for a request. */
    Optional<Endpoint> byId(UUID id) {
        return read("where id = ?", statement -> statement.setObject(1, id)).stream()
                .findFirst();
    }

    /** Those of all workspaces: for background work, never for a request. */
    List<Endpoint> all() {
        return read("order by id", statement -> {});
    }

    List<Endpoint> list(UUID workspaceId) {
        return read("where workspace_id = ? order by id desc", statement -> statement.setObject(1, workspaceId));
    }

    /** The endpoints of the workspaces that take events now, active or paused. */
    List<Endpoint> gathering(Collection<UUID> workspaceIds) {
        return jdbc.run("reading endpoints", connection -> {
            try (var statement = connection.prepareStatement(
                    "select * from msg_webhook where workspace_id = any(?) and status < 2 order by id")) {
                statement.setArray(1, Columns.uuids(connection, workspaceIds));
                return endpoints(statement);
            }
        });
    }

    /** What is shown of the health of endpoints. */
    record Health(
            @Nullable Instant openUntil,
            @Nullable Instant failingSince,
            @Nullable Instant lastSuccessAt) {
        static final Health UNKNOWN = new Health(null, null, null);
    }

    Map<UUID, Health> health(Collection<UUID> ids) {
        return jdbc.run("reading the health of endpoints", connection -> {
            var health = new HashMap<UUID, Health>();
            try (var statement =
                    connection.prepareStatement("select * from msg_webhook_health where webhook_id = any(?)")) {
                statement.setArray(1, Columns.uuids(connection, ids));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        health.put(
                                Columns.uuid(rows, "webhook_id"),
                                new Health(
                                        Columns.instant(rows, "open_until"),
                                        Columns.instant(rows, "failing_since"),
                                        Columns.instant(rows, "last_success_at")));
                    }
                }
            }
            return health;
        });
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private void run(String sql, Binding binding) {
        jdbc.execute("changing an endpoint", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                binding.to(statement);
                statement.executeUpdate();
            }
        });
    }

    private List<Endpoint> read(String where, Binding binding) {
        return jdbc.run("reading endpoints", connection -> {
            try (var statement = connection.prepareStatement("select * from msg_webhook " + where)) {
                binding.to(statement);
                return endpoints(statement);
            }
        });
    }

    private static List<Endpoint> endpoints(PreparedStatement statement) throws SQLException {
        var endpoints = new ArrayList<Endpoint>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                endpoints.add(endpoint(rows));
            }
        }
        return endpoints;
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        var numbers = row.getArray("number_ids");
        return new Endpoint(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "workspace_id"),
                row.getString("url"),
                row.getBoolean("is_inspector"),
                List.of((String[]) row.getArray("events").getArray()),
                numbers == null ? null : uuids(numbers),
                row.getString("headers"),
                row.getBoolean("ordered"),
                row.getString("description"),
                wording(row),
                row.getString("secret"),
                row.getString("previous_secret"),
                Columns.instant(row, "previous_until"),
                WebhookStatus.values()[row.getInt("status")],
                row.getString("status_reason"),
                Columns.requiredInstant(row, "created_at"),
                Columns.requiredInstant(row, "updated_at"));
    }

    private static Wording wording(ResultSet row) throws SQLException {
        var timeout = Columns.integer(row, "timeout_ms");
        return new Wording(row.getString("format"), timeout == null ? null : Duration.ofMillis(timeout));
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
