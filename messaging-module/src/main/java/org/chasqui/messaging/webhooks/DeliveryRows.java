package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Reads deliveries with their calls. */
@ApplicationScoped
class DeliveryRows {
    @Inject
    Sql jdbc;

    /**
     * Deliveries that a statement finds.
     *
     * @param sql selects all columns of {@code msg_delivery}, and {@code next_at}
     */
    List<DeliveryView> read(String sql, @Nullable Object... parameters) {
        var found = jdbc.run("reading deliveries", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, parameters);
                try (var rows = statement.executeQuery()) {
                    var deliveries = new ArrayList<DeliveryView>();
                    while (rows.next()) {
                        deliveries.add(delivery(rows));
                    }
                    return deliveries;
                }
            }
        });
        var attempts = attempts(found.stream().map(DeliveryView::id).toList());
        return found.stream()
                .map(one -> one.with(attempts.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** The calls of deliveries, by their ids, in the order of time. */
    Map<UUID, List<DeliveryView.Attempt>> attempts(List<UUID> deliveryIds) {
        return jdbc.run("reading attempts of deliveries", connection -> {
            var found = new HashMap<UUID, List<DeliveryView.Attempt>>();
            try (var statement = connection.prepareStatement(
                    "select * from msg_delivery_attempt where delivery_id = any(?) order by delivery_id, at")) {
                statement.setArray(1, Columns.uuids(connection, deliveryIds));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.computeIfAbsent(Columns.uuid(rows, "delivery_id"), id -> new ArrayList<>())
                                .add(attempt(rows));
                    }
                }
            }
            return found;
        });
    }

    private static DeliveryView.Attempt attempt(ResultSet row) throws SQLException {
        return new DeliveryView.Attempt(
                row.getInt("number"),
                Columns.requiredInstant(row, "at"),
                row.getLong("duration_ms"),
                Columns.integer(row, "http_status"),
                row.getString("error"),
                row.getString("request_headers"),
                row.getString("answer"));
    }

    /** A delivery, its calls still missing. */
    static DeliveryView delivery(ResultSet row) throws SQLException {
        return new DeliveryView(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "event_id"),
                row.getString("event_type"),
                DeliveryLog.State.values()[row.getInt("status")].wireName(),
                row.getBoolean("is_replay"),
                Columns.requiredInstant(row, "created_at"),
                Columns.instant(row, "next_at"),
                Columns.instant(row, "ended_at"),
                List.of());
    }
}
