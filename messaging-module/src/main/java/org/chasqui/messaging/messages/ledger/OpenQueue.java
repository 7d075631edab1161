package org.chasqui.messaging.messages.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the queue that are neither waiting nor gone: claimed by a node, or uncertain. Whoever makes good for a
 * crash, or decides about what nobody knows, finds them here. Callers bring the transaction.
 */
@ApplicationScoped
public class OpenQueue {
    private static final String OPEN =
            "select message_id, number_id, lane, attempt, expires_at, resend from msg_queue ";

    @Inject
    Sql jdbc;

    /** For the container. */
    public OpenQueue() {}

    /** In a database of a test; each piece of work commits by itself. */
    public OpenQueue(Sql jdbc) {
        this.jdbc = jdbc;
    }

    /** What a node had claimed, and what was made uncertain because it went away. */
    public List<Open> of(String node) {
        return open("where node = ? and (state = 1 or (state = 2 and reason = 'node_lost'))", node);
    }

    /** What a node has claimed and not settled. */
    public List<Open> claimedBy(String node) {
        return open("where node = ? and state = 1", node);
    }

    /** Locks those of the messages that the node has claimed still; what somebody else is settling just now is left out. */
    public List<Open> lockClaimed(String node, Collection<UUID> messageIds) {
        return jdbc.run("locking claimed messages", connection -> {
            var locked = new ArrayList<Open>();
            var sql = OPEN + "where message_id = any(?) and node = ? and state = 1 for update skip locked";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, Columns.uuids(connection, messageIds));
                statement.setString(2, node);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        locked.add(open(rows));
                    }
                }
            }
            return locked;
        });
    }

    /** What other nodes than the asking one have claimed that gave no sign of life for longer than any lease lasts. */
    public List<Open> ofLostNodes(String asking, int limit) {
        return open(
                "where state = 1 and node <> ? and node in ("
                        + "select node from msg_node where seen_at < now() - interval '15 seconds') limit ?",
                asking,
                limit);
    }

    /** Uncertain messages of a lane whose call ended before the given time and that are worth sending still, oldest first. */
    public List<Open> uncertainSince(Lane lane, Instant before, Instant worthAt, int limit) {
        return open(
                "where state = 2 and lane = ? and next_at < ? and expires_at > ? order by next_at limit ?",
                lane.code(),
                before,
                worthAt,
                limit);
    }

    /** Uncertain messages whose call ended before the given time. */
    public List<Open> uncertainSince(Instant before, int limit) {
        return open("where state = 2 and next_at < ? limit ?", before, limit);
    }

    /** A message that is held as uncertain; empty when it is not. */
    public Optional<Open> held(UUID messageId) {
        return jdbc.run("reading a held message", connection -> {
            var sql = OPEN + "where message_id = ? and state = 2";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, messageId);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(open(rows)) : Optional.empty();
                }
            }
        });
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                Columns.uuid(row, "message_id"),
                Columns.uuid(row, "number_id"),
                Lane.ofCode(row.getInt("lane")),
                row.getInt("attempt"),
                Columns.instant(row, "expires_at"),
                row.getBoolean("resend"));
    }

    private List<Open> open(String where, Object... parameters) {
        return jdbc.run("reading open messages", connection -> {
            var found = new ArrayList<Open>();
            try (var statement = connection.prepareStatement(OPEN + where)) {
                Columns.bind(statement, parameters);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(open(rows));
                    }
                }
            }
            return found;
        });
    }

    /**
     * A claimed or uncertain row.
     *
     * @param resend whether a call before the last one may have reached Meta
     */
    public record Open(
            UUID messageId,
            UUID numberId,
            Lane lane,
            int attempt,
            @Nullable Instant expiresAt,
            boolean resend) {}
}
