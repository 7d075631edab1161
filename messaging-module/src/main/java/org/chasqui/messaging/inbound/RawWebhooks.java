package org.chasqui.messaging.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** What Meta posted, as it came: written before it is answered, read when it is merged. */
@ApplicationScoped
class RawWebhooks {
    private static final String INSERT = """
            with raw as (
                insert into msg_webhook_raw (received_at, body) select ?, b from unnest(?::bytea[]) as b returning id)
            insert into msg_webhook_inbox (raw_id) select id from raw
            """;
    private static final String TAKE = """
            with taken as (
                delete from msg_webhook_inbox where raw_id in (
                    select raw_id from msg_webhook_inbox order by raw_id limit ? for update skip locked)
                returning raw_id)
            select r.id, r.received_at, r.body from msg_webhook_raw r join taken t on t.raw_id = r.id order by r.id
            """;

    @Inject
    Sql jdbc;

    @Inject
    Clock clock;

    /** A stored webhook. */
    record Raw(long id, Instant receivedAt, byte[] body) {}

    /** Stores bodies, in one commit. */
    @Transactional
    public void store(List<byte[]> bodies) {
        jdbc.execute("storing webhooks", connection -> {
            try (var statement = connection.prepareStatement(INSERT)) {
                Columns.set(statement, 1, clock.instant());
                statement.setArray(2, connection.createArrayOf("bytea", bodies.toArray(byte[][]::new)));
                statement.executeUpdate();
            }
        });
    }

    /** Takes the oldest that nobody else has taken; they are merged in the transaction that takes them. */
    List<Raw> take(int limit) {
        return jdbc.run("taking webhooks", connection -> {
            var raws = new ArrayList<Raw>();
            try (var statement = connection.prepareStatement(TAKE)) {
                statement.setInt(1, limit);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        raws.add(raw(rows));
                    }
                }
            }
            return raws;
        });
    }

    /** Takes one webhook out of those that wait; false when somebody else has done so. */
    boolean leave(long rawId) {
        return jdbc.run("taking a webhook", connection -> {
            try (var statement = connection.prepareStatement("delete from msg_webhook_inbox where raw_id = ?")) {
                statement.setLong(1, rawId);
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** Sets one aside that cannot be merged, with the reason; it stays stored. */
    void poison(long rawId, String error) {
        jdbc.execute("setting a webhook aside", connection -> {
            var sql = "insert into msg_webhook_poison (raw_id, failed_at, error) values (?, ?, ?)"
                    + " on conflict (raw_id) do nothing";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setLong(1, rawId);
                Columns.set(statement, 2, clock.instant());
                statement.setString(3, Clean.text(error));
                statement.executeUpdate();
            }
        });
    }

    private static Raw raw(ResultSet row) throws SQLException {
        return new Raw(row.getLong("id"), Columns.requiredInstant(row, "received_at"), row.getBytes("body"));
    }
}
