package org.chasqui.messaging.messages.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * The small hot table of what has to be sent. A row is here from the accept until Meta's answer is known; whoever
 * takes it marks it first, so that no two calls are made for one claim. Callers bring the transaction.
 */
@ApplicationScoped
public class Queue {
    private static final String ENQUEUE = """
            insert into msg_queue (message_id, number_id, lane, peer, state, next_at, expires_at)
            select id, number_id, lane, peer, 0, next_at, expires_at
            from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                as n(id, number_id, lane, peer, next_at, expires_at)
            """;
    /**
     * A row is due when its time has come and no earlier message to the same person waits or is on its way in the
     * same lane: that keeps the order for each recipient. The lease in the condition is the fence: a node that slept
     * through the end of its lease claims nothing.
     */
    private static final String CLAIM = """
            with due as (
                select q.message_id from msg_queue q
                where q.number_id = ? and q.lane = ? and q.state = 0 and q.next_at <= ?
                    and not exists (
                        select 1 from msg_queue e
                        where e.number_id = q.number_id and e.lane = q.lane and e.peer = q.peer
                            and e.state < 2 and e.message_id < q.message_id)
                    and exists (
                        select 1 from msg_lease l
                        where l.number_id = q.number_id and l.node = ? and l.epoch = ? and l.until > now())
                order by q.next_at, q.message_id
                limit ?
                for update of q skip locked),
            claimed as (
                update msg_queue q set state = 1, attempt = q.attempt + 1, node = ?
                from due where q.message_id = due.message_id
                returning q.message_id, q.number_id, q.lane, q.peer, q.attempt, q.expires_at, q.resend)
            select c.*, m.type, m.content, m.reply_to, c.lane = 2
                and (m.campaign_id is null or m.category = 'marketing') and exists (
                select 1 from msg_contact_identity i join msg_consent k on k.contact_id = i.contact_id
                where i.workspace_id = m.workspace_id and i.value = m.peer and k.opted_out
                    and k.category in ('all', 'marketing')) as opted_out
            from claimed c join msg_message m on m.id = c.message_id
            order by c.message_id
            """;

    private static final String REQUEUE = """
            update msg_queue q set state = 0, next_at = n.next_at, resend = n.resend, node = null, reason = null,
                attempt = q.attempt - case when n.was_called then 0 else 1 end
            from unnest(?::uuid[], ?::smallint[], ?::timestamptz[], ?::boolean[], ?::boolean[])
                as n(id, attempt, next_at, resend, was_called)
            where q.message_id = n.id and q.attempt = n.attempt and q.state > 0
            """;

    @Inject
    Sql jdbc;

    /** For the container. */
    public Queue() {}

    /** The queue in a database of a test; each piece of work commits by itself. */
    public Queue(Sql jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts new outbound messages into the queue, due at once. */
    public void enqueue(List<NewMessage> messages) {
        jdbc.execute("queueing messages", connection -> {
            try (var statement = connection.prepareStatement(ENQUEUE)) {
                new Ledger.Binder(connection, statement)
                        .add("uuid", messages, NewMessage::id)
                        .add("uuid", messages, NewMessage::numberId)
                        .add("smallint", messages, m -> m.lane().code())
                        .add("text", messages, NewMessage::peer)
                        .add("timestamptz", messages, NewMessage::createdAt)
                        .add("timestamptz", messages, NewMessage::expiresAt);
                statement.executeUpdate();
            }
        });
    }

    /**
     * Takes due messages of one lane of one number for this node.
     *
     * @param epoch the lease under which the node sends for the number
     * @param limit how many at most
     */
    public List<Claim> claim(UUID numberId, Lane lane, Instant now, String node, long epoch, int limit) {
        return jdbc.runPlannedAnew("claiming messages", connection -> {
            var claims = new ArrayList<Claim>();
            try (var statement = connection.prepareStatement(CLAIM)) {
                statement.setObject(1, numberId);
                statement.setInt(2, lane.code());
                Columns.set(statement, 3, now);
                statement.setString(4, node);
                statement.setLong(5, epoch);
                statement.setInt(6, limit);
                statement.setString(7, node);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        claims.add(claim(rows));
                    }
                }
            }
            return claims;
        });
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                Columns.uuid(row, "message_id"),
                Columns.uuid(row, "number_id"),
                Lane.ofCode(row.getInt("lane")),
                row.getString("peer"),
                row.getString("type"),
                row.getString("content"),
                row.getString("reply_to"),
                row.getInt("attempt"),
                Columns.requiredInstant(row, "expires_at"),
                row.getBoolean("resend"),
                row.getBoolean("opted_out"));
    }

    /** Takes messages out of the queue: their outcome is known. */
    public void finish(Collection<UUID> messageIds) {
        if (messageIds.isEmpty()) {
            return;
        }
        jdbc.execute("finishing messages", connection -> {
            try (var statement = connection.prepareStatement("delete from msg_queue where message_id = any(?)")) {
                statement.setArray(1, Columns.uuids(connection, messageIds));
                statement.executeUpdate();
            }
        });
    }

    /**
     * Takes messages out of the queue for which Meta has shown that it has them, unless a call for them is under way
     * just now: then its answer will do it.
     */
    public void finishUnlessSending(Collection<UUID> messageIds) {
        if (messageIds.isEmpty()) {
            return;
        }
        jdbc.execute("finishing settled messages", connection -> {
            try (var statement = connection.prepareStatement(
                    "delete from msg_queue where message_id = any(?) and state in (0, 2) and attempt > 0")) {
                statement.setArray(1, Columns.uuids(connection, messageIds));
                statement.executeUpdate();
            }
        });
    }

    /** Withdraws a message that nobody has claimed yet; false when it was too late. */
    public boolean withdraw(UUID messageId) {
        return jdbc.run("withdrawing a message", connection -> {
            try (var statement =
                    connection.prepareStatement("delete from msg_queue where message_id = ? and state in (0, 3, 4)")) {
                statement.setObject(1, messageId);
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** Puts claimed or uncertain messages back into the queue. */
    public void requeue(List<Requeue> again) {
        if (again.isEmpty()) {
            return;
        }
        jdbc.execute("queueing again", connection -> {
            try (var statement = connection.prepareStatement(REQUEUE)) {
                new Ledger.Binder(connection, statement)
                        .add("uuid", again, Requeue::messageId)
                        .add("smallint", again, Requeue::attempt)
                        .add("timestamptz", again, Requeue::nextAt)
                        .add("boolean", again, Requeue::resend)
                        .add("boolean", again, Requeue::wasCalled);
                statement.executeUpdate();
            }
        });
    }

    /** Keeps messages in the queue as uncertain: nobody sends them, a status or a policy settles them. */
    public void holdUncertain(List<Attempted> messages, String reason, Instant at) {
        if (messages.isEmpty()) {
            return;
        }
        var sql = """
                update msg_queue q set state = 2, reason = ?, next_at = ?
                from unnest(?::uuid[], ?::smallint[]) as n(id, attempt)
                where q.message_id = n.id and q.attempt = n.attempt and q.state > 0
                """;
        jdbc.execute("holding uncertain messages", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, reason);
                Columns.set(statement, 2, at);
                statement.setArray(3, Columns.of(connection, "uuid", messages, Attempted::messageId));
                statement.setArray(4, Columns.of(connection, "smallint", messages, Attempted::attempt));
                statement.executeUpdate();
            }
        });
    }

    /** A message and the attempt that is meant. */
    public record Attempted(UUID messageId, int attempt) {}

    /** Numbers and lanes that have something due. */
    public List<Due> due(Instant now) {
        return jdbc.run("looking for due messages", connection -> {
            var due = new ArrayList<Due>();
            // A loose walk over the index: one probe for each number and lane, however many rows wait.
            var sql = """
                    with recursive keys as (
                        (select number_id, lane from msg_queue where state = 0 order by number_id, lane limit 1)
                        union all
                        select n.number_id, n.lane from keys k cross join lateral (
                            select q.number_id, q.lane from msg_queue q
                            where q.state = 0 and (q.number_id, q.lane) > (k.number_id, k.lane)
                            order by q.number_id, q.lane limit 1) n)
                    select number_id, lane from keys k
                    where exists (select 1 from msg_queue q where q.state = 0 and q.number_id = k.number_id
                        and q.lane = k.lane and q.next_at <= ?)
                    """;
            try (var statement = connection.prepareStatement(sql)) {
                Columns.set(statement, 1, now);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        due.add(new Due(Columns.uuid(rows, "number_id"), Lane.ofCode(rows.getInt("lane"))));
                    }
                }
            }
            return due;
        });
    }

    /**
     * A row that goes back into the queue, unless another node has begun a later attempt meanwhile.
     *
     * @param attempt the attempt that ended
     * @param nextAt not before
     * @param resend whether the call may have reached Meta before
     * @param wasCalled whether a call was begun; if not, the attempt does not count
     */
    public record Requeue(UUID messageId, int attempt, Instant nextAt, boolean resend, boolean wasCalled) {}

    /** A lane of a number that has something due. */
    public record Due(UUID numberId, Lane lane) {}
}
