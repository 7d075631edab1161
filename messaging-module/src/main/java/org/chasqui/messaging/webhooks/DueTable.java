package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** The small hot table of what has to be posted. Callers bring the transaction. */
@ApplicationScoped
class DueTable {
    /** A row that is not the first of its conversation waits, when the endpoint wants order. */
    private static final String CLAIM = """
            with due as (
                select d.delivery_id from msg_delivery_due d
                where d.webhook_id = ? and d.claimed_until is null and %s
                    and (not ? or not exists (
                        select 1 from msg_delivery_due e
                        where e.webhook_id = d.webhook_id and e.order_key = d.order_key
                            and (e.event_seq, e.delivery_id) < (d.event_seq, d.delivery_id)))
                order by %s limit ? for update of d skip locked),
            claimed as (
                update msg_delivery_due d set attempt = d.attempt + 1, node = ?,
                    claimed_until = now() + make_interval(secs => ?)
                from due where d.delivery_id = due.delivery_id
                returning d.delivery_id, d.event_id, d.event_seq, d.attempt)
            select c.*, k.is_replay from claimed c join msg_delivery k on k.id = c.delivery_id
            order by c.event_seq
            """;

    private static final String CLAIM_FIRST = CLAIM.formatted("d.attempt = 0", "d.event_seq");
    private static final String CLAIM_RETRY =
            CLAIM.formatted("d.attempt > 0 and d.next_at <= ?", "d.next_at, d.event_seq");

    private static final String DUE = """
            select w.id from msg_webhook w join msg_webhook_health h on h.webhook_id = w.id
            where w.status = 0 and (h.open_until is null or h.open_until <= ?)
                and (h.lease_until is null or h.lease_until < now() or h.node = ?)
                and (exists (select 1 from msg_delivery_due d
                        where d.webhook_id = w.id and d.attempt = 0 and d.claimed_until is null)
                    or exists (select 1 from msg_delivery_due d
                        where d.webhook_id = w.id and d.attempt > 0 and d.claimed_until is null and d.next_at <= ?))
            """;

    @Inject
    Sql jdbc;

    /** A claimed row. */
    record Row(UUID deliveryId, UUID eventId, int attempt, boolean isReplay) {}

    /** Takes first attempts, in the order of the events. */
    List<Row> claimFirst(Endpoint endpoint, String node, Duration lease, int limit) {
        return claim(CLAIM_FIRST, statement -> {
            int index = 0;
            statement.setObject(++index, endpoint.id());
            statement.setBoolean(++index, endpoint.ordered());
            statement.setInt(++index, limit);
            statement.setString(++index, node);
            statement.setDouble(++index, lease.toSeconds());
        });
    }

    /** Takes retries whose time has come. */
    List<Row> claimRetries(Endpoint endpoint, Instant now, String node, Duration lease, int limit) {
        return claim(CLAIM_RETRY, statement -> {
            int index = 0;
            statement.setObject(++index, endpoint.id());
            Columns.set(statement, ++index, now);
            statement.setBoolean(++index, endpoint.ordered());
            statement.setInt(++index, limit);
            statement.setString(++index, node);
            statement.setDouble(++index, lease.toSeconds());
        });
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private List<Row> claim(String sql, Binding binding) {
        return jdbc.runPlannedAnew("claiming deliveries", connection -> {
            var claimed = new ArrayList<Row>();
            try (var statement = connection.prepareStatement(sql)) {
                binding.to(statement);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        claimed.add(new Row(
                                Columns.uuid(rows, "delivery_id"),
                                Columns.uuid(rows, "event_id"),
                                rows.getInt("attempt"),
                                rows.getBoolean("is_replay")));
                    }
                }
            }
            return claimed;
        });
    }

    /** A delivery whose call has ended, and when it goes again. */
    record Again(UUID deliveryId, int attempt, Instant nextAt) {}

    /** Puts failed deliveries back; one that was given to another node meanwhile stays there. */
    void again(String node, List<Again> again) {
        var sql = """
                update msg_delivery_due d set next_at = n.next_at, node = null, claimed_until = null
                from unnest(?::uuid[], ?::smallint[], ?::timestamptz[]) as n(id, attempt, next_at)
                where d.delivery_id = n.id and d.attempt = n.attempt and d.node = ?
                """;
        update(again, sql, (statement, connection) -> {
            statement.setArray(1, Columns.of(connection, "uuid", again, Again::deliveryId));
            statement.setArray(2, Columns.of(connection, "smallint", again, Again::attempt));
            statement.setArray(3, Columns.of(connection, "timestamptz", again, Again::nextAt));
            statement.setString(4, node);
        });
    }

    /** Puts deliveries back whose call was not begun. */
    void giveBack(String node, List<Claim> claims) {
        var sql = """
                update msg_delivery_due d set attempt = d.attempt - 1, node = null, claimed_until = null
                from unnest(?::uuid[], ?::smallint[]) as n(id, attempt)
                where d.delivery_id = n.id and d.attempt = n.attempt and d.node = ?
                """;
        update(claims, sql, (statement, connection) -> {
            statement.setArray(1, Columns.of(connection, "uuid", claims, Claim::deliveryId));
            statement.setArray(2, Columns.of(connection, "smallint", claims, Claim::attempt));
            statement.setString(3, node);
        });
    }

    void remove(List<UUID> deliveryIds) {
        var sql = "delete from msg_delivery_due where delivery_id = any(?)";
        update(
                deliveryIds,
                sql,
                (statement, connection) -> statement.setArray(1, Columns.uuids(connection, deliveryIds)));
    }

    /** Frees what a node had claimed that cannot be working on it any more: this one, before it begins. */
    int releaseOf(String node) {
        return jdbc.run("releasing claims", connection -> {
            try (var statement = connection.prepareStatement(
                    "update msg_delivery_due set node = null, claimed_until = null where node = ?")) {
                statement.setString(1, node);
                return statement.executeUpdate();
            }
        });
    }

    /** Frees claims whose time is over: their node has died or sleeps. */
    int releaseExpired() {
        return jdbc.run("releasing expired claims", connection -> {
            try (var statement = connection.prepareStatement(
                    "update msg_delivery_due set node = null, claimed_until = null where claimed_until < now()")) {
                return statement.executeUpdate();
            }
        });
    }

    /** Endpoints that have something due and that no other node works for. */
    List<UUID> due(Instant now, String node) {
        return jdbc.run("looking for due deliveries", connection -> {
            var due = new ArrayList<UUID>();
            try (var statement = connection.prepareStatement(DUE)) {
                Columns.set(statement, 1, now);
                statement.setString(2, node);
                Columns.set(statement, 3, now);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        due.add(Columns.uuid(rows, 1));
                    }
                }
            }
            return due;
        });
    }

    private interface Update {
        void bind(PreparedStatement statement, Connection connection) throws SQLException;
    }

    private void update(Collection<?> rows, String sql, Update update) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.execute("changing due deliveries", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                update.bind(statement, connection);
                statement.executeUpdate();
            }
        });
    }
}
