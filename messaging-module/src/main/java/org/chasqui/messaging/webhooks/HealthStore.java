package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The health of endpoints, and which node works for each. Callers bring the transaction. */
@ApplicationScoped
class HealthStore {
    private static final String TAKE = """
            update msg_webhook_health set node = ?, lease_until = now() + make_interval(secs => ?)
            where webhook_id = ? and (lease_until is null or lease_until < now() or node = ?)
            returning *
            """;
    private static final String SAVE = """
            update msg_webhook_health set failures_in_a_row = ?, window_start = ?, window_requests = ?,
                window_failures = ?, trips = ?, open_until = ?, failing_since = ?, last_failure_at = ?, noticed = ?,
                last_success_at = coalesce(?, last_success_at)
            where webhook_id = ?
            """;

    @Inject
    Sql jdbc;

    /** Takes or keeps an endpoint for a node and locks its row; empty while another node has it. */
    Optional<EndpointHealth> take(UUID webhookId, String node, Duration lease) {
        return jdbc.run("taking an endpoint", connection -> {
            try (var statement = connection.prepareStatement(TAKE)) {
                statement.setString(1, node);
                statement.setDouble(2, lease.toSeconds());
                statement.setObject(3, webhookId);
                statement.setString(4, node);
                try (var row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new EndpointHealth(
                                    row.getInt("failures_in_a_row"),
                                    Columns.instant(row, "window_start"),
                                    row.getInt("window_requests"),
                                    row.getInt("window_failures"),
                                    row.getInt("trips"),
                                    Columns.instant(row, "open_until"),
                                    Columns.instant(row, "failing_since"),
                                    Columns.instant(row, "last_failure_at"),
                                    row.getInt("noticed")))
                            : Optional.empty();
                }
            }
        });
    }

    void save(UUID webhookId, EndpointHealth health, @Nullable Instant lastSuccessAt) {
        jdbc.execute("saving the health of an endpoint", connection -> {
            try (var statement = connection.prepareStatement(SAVE)) {
                statement.setInt(1, health.failuresInARow());
                Columns.set(statement, 2, health.windowStart());
                statement.setInt(3, health.windowRequests());
                statement.setInt(4, health.windowFailures());
                statement.setInt(5, health.trips());
                Columns.set(statement, 6, health.openUntil());
                Columns.set(statement, 7, health.failingSince());
                Columns.set(statement, 8, health.lastFailureAt());
                statement.setInt(9, health.noticed());
                Columns.set(statement, 10, lastSuccessAt);
                statement.setObject(11, webhookId);
                statement.executeUpdate();
            }
        });
    }

    /** Gives endpoints free. */
    void release(String node, @Nullable UUID webhookId) {
        jdbc.execute("releasing an endpoint", connection -> {
            try (var statement = connection.prepareStatement("update msg_webhook_health set node = null, lease_until ="
                    + " null where node = ? and (?::uuid is null or webhook_id = ?::uuid)")) {
                statement.setString(1, node);
                statement.setObject(2, webhookId);
                statement.setObject(3, webhookId);
                statement.executeUpdate();
            }
        });
    }
}
