package org.chasqui.messaging.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Json;

/** What became of deliveries, call by call. Callers bring the transaction. */
@ApplicationScoped
class DeliveryLog {
    private static final String ATTEMPTS = """
            insert into msg_delivery_attempt (delivery_id, number, at, node, http_status, error, duration_ms,
                request_headers, answer)
            select n.id, n.number, n.at, ?, n.http_status, n.error, n.duration_ms, n.headers::json, n.answer
            from unnest(?::uuid[], ?::smallint[], ?::timestamptz[], ?::integer[], ?::text[], ?::integer[], ?::text[],
                ?::text[]) as n(id, number, at, http_status, error, duration_ms, headers, answer)
            on conflict do nothing
            """;

    private static final String OUTCOMES = """
            update msg_delivery d set attempts = greatest(d.attempts, n.attempts), status = n.status,
                ended_at = case when n.status > 0 then ?::timestamptz end
            from unnest(?::uuid[], ?::smallint[], ?::smallint[]) as n(id, attempts, status)
            where d.id = n.id and d.status <> 1
            """;

    @Inject
    Sql jdbc;

    /** Where a delivery stands after a call. The order is stored: never change it. */
    enum State {
        PENDING,
        DELIVERED,
        DEAD;

        /** As the API prints it. */
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The state that a caller names.
         *
         * @throws RequestFailed VALIDATION_FAILED when there is none of this name
         */
        static State of(String wireName) {
            return Arrays.stream(values())
                    .filter(state -> state.wireName().equals(wireName))
                    .findFirst()
                    .orElseThrow(() -> RequestFailed.invalid("status", "must be pending, delivered or dead."));
        }

        /** As the database stores it. */
        short code() {
            return (short) ordinal();
        }
    }

    /** A delivery after a call. */
    record Stand(UUID deliveryId, int attempts, State state) {}

    void write(String node, List<Settlement> settled, List<Stand> stands, Instant now) {
        if (settled.isEmpty()) {
            return;
        }
        jdbc.execute("writing the outcome of deliveries", connection -> {
            try (var statement = connection.prepareStatement(ATTEMPTS)) {
                statement.setString(1, node);
                statement.setArray(
                        2,
                        Columns.of(connection, "uuid", settled, s -> s.claim().deliveryId()));
                statement.setArray(
                        3,
                        Columns.of(
                                connection, "smallint", settled, s -> s.claim().attempt()));
                statement.setArray(4, Columns.of(connection, "timestamptz", settled, Settlement::at));
                statement.setArray(5, Columns.of(connection, "integer", settled, Settlement::httpStatus));
                statement.setArray(6, Columns.of(connection, "text", settled, Settlement::error));
                statement.setArray(7, Columns.of(connection, "integer", settled, Settlement::durationMillis));
                statement.setArray(8, Columns.of(connection, "text", settled, s -> text(s.headers())));
                statement.setArray(9, Columns.of(connection, "text", settled, Settlement::answer));
                statement.executeUpdate();
            }
            try (var statement = connection.prepareStatement(OUTCOMES)) {
                Columns.set(statement, 1, now);
                statement.setArray(2, Columns.of(connection, "uuid", stands, Stand::deliveryId));
                statement.setArray(3, Columns.of(connection, "smallint", stands, Stand::attempts));
                statement.setArray(
                        4,
                        Columns.of(
                                connection, "smallint", stands, s -> s.state().code()));
                statement.executeUpdate();
            }
        });
    }

    private static String text(Map<String, String> headers) {
        try {
            return Json.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("headers that are no texts", impossible);
        }
    }
}
