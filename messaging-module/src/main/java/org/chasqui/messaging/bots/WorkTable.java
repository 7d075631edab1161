package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.ids.Ids;

/**
 * What is to be answered, one row for each conversation. A row is written in the transaction that brings the messages, and
 * taken out in the one that decides about them; callers bring both. A claim ends by itself.
 */
@ApplicationScoped
class WorkTable {
    /** Kinds of messages that want no answer, or none that we could read. */
    private static final String ANSWERABLE =
            " m.direction = 1 and m.type not in ('reaction', 'system', 'edit', 'revoke', 'unsupported', 'unknown')";

    /** How many times the pause for a person to finish may begin anew. */
    private static final int LONGEST_DEBOUNCES = 4;

    /** Each message that comes meanwhile begins the pause anew; what is being decided about is left to whoever does. */
    private static final String NOTE =
            """
            insert into msg_bot_work as w (conversation_id, turn_id, workspace_id, number_id, message_ids, first_at, due_at)
            select m.conversation_id, min(n.turn::text)::uuid, m.workspace_id, m.number_id, array_agg(m.id order by m.id),
                ?, ?::timestamptz + max(n.pause) * interval '1 millisecond'
            from unnest(?::uuid[], ?::uuid[], ?::bigint[]) as n(id, turn, pause) join msg_message m on m.id = n.id
            where <answerable>
            group by m.conversation_id, m.workspace_id, m.number_id
            order by m.conversation_id
            on conflict (conversation_id) do update set message_ids = w.message_ids || excluded.message_ids,
                due_at = case when w.claim is null then
                    least(excluded.due_at, w.first_at + (excluded.due_at - excluded.first_at) * <longest>) else w.due_at end
            """.replace("<answerable>", ANSWERABLE).replace("<longest>", String.valueOf(LONGEST_DEBOUNCES));

    /** Later than anything of ours, within the window, and not in a decision yet. */
    private static final String UNANSWERED = """
            select c.id, c.workspace_id, c.number_id, (
                select array_agg(m.id order by m.id) from msg_message m
                where m.conversation_id = c.id and m.created_at > ? and <answerable>
                    and not exists (select 1 from msg_bot_heard h where h.message_id = m.id)
                    and m.id > coalesce((select o.id from msg_message o where o.conversation_id = c.id and o.direction = 0
                        order by o.id desc limit 1), '00000000-0000-0000-0000-000000000000'::uuid)) as message_ids
            from msg_conversation c
            where c.number_id = any(?) and c.last_inbound_at > ? and c.window_expires_at > ?
                and not exists (select 1 from msg_bot_work w where w.conversation_id = c.id)
            order by c.last_inbound_at limit ?
            """.replace("<answerable>", ANSWERABLE);

    private static final String CLAIM = """
            update msg_bot_work w set claim = ?, claimed_until = ?, attempts = w.attempts + 1
            where w.conversation_id in (
                select d.conversation_id from msg_bot_work d
                where d.due_at <= ? and (d.claimed_until is null or d.claimed_until <= ?)
                order by d.due_at limit ? for update skip locked)
            returning w.*
            """;

    private static final String GO_ON = """
            update msg_bot_work w set turn_id = ?, claim = null, claimed_until = null, attempts = 0, catching_up = false,
                first_at = ?, due_at = ?,
                message_ids = array(select id from unnest(w.message_ids) as id where id <> all(?) order by id)
            where w.conversation_id = ? and w.claim = ?
            """;

    @Inject
    Sql jdbc;

    @Inject
    Ids ids;

    /**
     * An inbound message of a number with a bot.
     *
     * @param pause how long the bot waits for the person to finish
     */
    record Fresh(UUID messageId, Duration pause) {}

    /** Notes messages that have just been written; those that want no answer are passed over. */
    void note(List<Fresh> fresh, Instant now) {
        jdbc.execute("noting what bots have to answer", connection -> {
            try (var statement = connection.prepareStatement(NOTE)) {
                Columns.set(statement, 1, now);
                Columns.set(statement, 2, now);
                statement.setArray(3, Columns.of(connection, "uuid", fresh, Fresh::messageId));
                statement.setArray(4, Columns.of(connection, "uuid", fresh, one -> ids.next()));
                statement.setArray(
                        5,
                        Columns.of(
                                connection, "bigint", fresh, one -> one.pause().toMillis()));
                statement.executeUpdate();
            }
        });
    }

    /**
     * Notes what nobody has answered and may still be answered, due at once.
     *
     * @param since messages from then on
     * @return how many conversations
     */
    int catchUp(Collection<UUID> numberIds, Instant since, Instant now, int most) {
        var insert =
                "insert into msg_bot_work (conversation_id, turn_id, workspace_id, number_id, message_ids, catching_up,"
                        + " first_at, due_at) values (?, ?, ?, ?, ?, true, ?, ?) on conflict do nothing";
        return jdbc.run("looking for what nobody has answered", connection -> {
            int noted = 0;
            try (var statement = connection.prepareStatement(UNANSWERED)) {
                Columns.bind(statement, since, Columns.uuids(connection, numberIds), since, now, most);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var messages = rows.getArray("message_ids");
                        if (messages != null) {
                            noted += Rows.update(
                                    connection,
                                    insert,
                                    Columns.uuid(rows, "id"),
                                    ids.next(),
                                    Columns.uuid(rows, "workspace_id"),
                                    Columns.uuid(rows, "number_id"),
                                    messages,
                                    now,
                                    now);
                        }
                    }
                }
            }
            return noted;
        });
    }

    /** Takes what is due for longest and nobody works on. */
    List<Turn> claim(int most, Instant now, Instant until) {
        return jdbc.run(
                "taking what bots have to answer",
                connection -> Rows.list(connection, WorkTable::read, CLAIM, ids.next(), until, now, now, most));
    }

    /** As it is now, if the claim still holds. */
    Optional<Turn> mine(Turn turn) {
        return jdbc.run(
                "looking at what bots have to answer",
                connection -> Rows.first(
                        connection,
                        WorkTable::read,
                        "select * from msg_bot_work where conversation_id = ? and claim = ?",
                        turn.conversationId(),
                        turn.claim()));
    }

    /** Has a claim hold for longer; answers whether it still held. */
    boolean extend(Turn turn, Instant until) {
        return jdbc.run(
                        "working longer on an answer",
                        connection -> Rows.update(
                                connection,
                                "update msg_bot_work set claimed_until = ? where conversation_id = ? and claim = ?",
                                until,
                                turn.conversationId(),
                                turn.claim()))
                > 0;
    }

    /**
     * Takes a turn out; what was written meanwhile is a new one, due at a time.
     *
     * @return whether the claim held: if not, nothing of this turn may be kept
     */
    boolean finish(Turn turn, Instant now, Instant nextDue) {
        return jdbc.run("finishing an answer", connection -> {
            Array decided = Columns.uuids(connection, turn.messageIds());
            return Rows.update(
                                    connection,
                                    "delete from msg_bot_work where conversation_id = ? and claim = ? and message_ids <@ ?",
                                    turn.conversationId(),
                                    turn.claim(),
                                    decided)
                            > 0
                    || Rows.update(
                                    connection,
                                    GO_ON,
                                    ids.next(),
                                    now,
                                    nextDue,
                                    decided,
                                    turn.conversationId(),
                                    turn.claim())
                            > 0;
        });
    }

    /** Gives a claim back, to be tried again at a time. */
    void postpone(Turn turn, Instant due) {
        jdbc.execute(
                "postponing an answer",
                connection -> Rows.update(
                        connection,
                        "update msg_bot_work set claim = null, claimed_until = null, due_at = ?"
                                + " where conversation_id = ? and claim = ?",
                        due,
                        turn.conversationId(),
                        turn.claim()));
    }

    /** Gives a claim back that was not used, to be taken again at a time. */
    void putBack(Turn turn, Instant due) {
        jdbc.execute(
                "putting an answer off",
                connection -> Rows.update(
                        connection,
                        "update msg_bot_work set claim = null, claimed_until = null, due_at = ?,"
                                + " attempts = greatest(attempts - 1, 0) where conversation_id = ? and claim = ?",
                        due,
                        turn.conversationId(),
                        turn.claim()));
    }

    private static Turn read(ResultSet row) throws SQLException {
        return new Turn(
                Columns.uuid(row, "turn_id"),
                Columns.uuid(row, "conversation_id"),
                Columns.uuid(row, "workspace_id"),
                Columns.uuid(row, "number_id"),
                List.of((UUID[]) row.getArray("message_ids").getArray()),
                row.getBoolean("catching_up"),
                Columns.uuid(row, "claim"),
                row.getInt("attempts"));
    }
}
