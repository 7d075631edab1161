package org.chasqui.messaging.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.messages.ledger.NewMessage;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * Notes which messages of ours people answer: the one that they quote, otherwise the last one that they got in the seven
 * days before. Only the first answer counts. One statement for a batch.
 */
@ApplicationScoped
class Replies {
    /** Not what a person says in answer to something. */
    private static final Set<String> NO_ANSWERS = Set.of("reaction", "system", "unsupported", "edit", "revoke");

    /**
     * Meta tells whole seconds, so an answer may seem to come a moment before what it answers. Who writes fifty messages in
     * a row has been counted long ago.
     */
    private static final String NOTE = """
            with told as (
                select * from unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[])
                    as t(id, conversation_id, at, context)
            ), found as (
                select distinct on (ours.id) ours.id as message_id, told.id as reply_id, told.at
                from told cross join lateral (
                    select id from (
                        select q.id, 0 as rank from msg_message q
                        where q.wamid = told.context::json ->> 'id' and q.direction = 0
                            and q.conversation_id = told.conversation_id
                        union all
                        (select n.id, 1 from (
                            select id, direction, status, created_at from msg_message
                            where conversation_id = told.conversation_id and id < told.id order by id desc limit 50) n
                        where n.direction = 0 and n.status <> all(?::smallint[])
                            and n.created_at < told.at + interval '1 second'
                            and n.created_at > told.at - interval '7 days'
                        order by n.id desc limit 1)) candidates
                    order by rank limit 1) ours
                order by ours.id, told.at, told.id
            ), noted as (
                insert into msg_reply (message_id, reply_id, at) select message_id, reply_id, at from found
                on conflict do nothing returning message_id, at
            )
            select m.id, m.workspace_id, m.number_id, m.category, m.template, m.campaign_id, m.peer, m.created_at, m.status, n.at
            from noted n join msg_message m on m.id = n.message_id
            """;

    private static final List<MessageStatus> NEVER_ARRIVED =
            List.of(MessageStatus.FAILED, MessageStatus.EXPIRED, MessageStatus.CANCELLED);

    @Inject
    Sql jdbc;

    /**
     * Notes answers in the current transaction.
     *
     * @param written what came in, in any order
     * @return the messages that have an answer now and had none
     */
    List<Move> note(List<NewMessage> written) {
        var answers = written.stream()
                .filter(message -> message.direction() == Direction.INBOUND && !NO_ANSWERS.contains(message.type()))
                .toList();
        if (answers.isEmpty()) {
            return List.of();
        }
        return jdbc.run("noting answers", connection -> {
            try (var statement = connection.prepareStatement(NOTE)) {
                statement.setArray(1, Columns.of(connection, "uuid", answers, NewMessage::id));
                statement.setArray(2, Columns.of(connection, "uuid", answers, NewMessage::conversationId));
                statement.setArray(3, Columns.of(connection, "timestamptz", answers, NewMessage::createdAt));
                statement.setArray(
                        4,
                        Columns.of(connection, "text", answers, m -> m.beside().context()));
                statement.setArray(5, Columns.of(connection, "smallint", NEVER_ARRIVED, MessageStatus::code));
                var moves = new ArrayList<Move>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        moves.add(answered(rows));
                    }
                }
                return moves;
            }
        });
    }

    private static Move answered(ResultSet row) throws SQLException {
        var status = MessageStatus.ofCode(row.getInt("status"));
        return new Move(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "workspace_id"),
                Columns.uuid(row, "number_id"),
                Direction.OUTBOUND,
                row.getString("category"),
                row.getString("template"),
                Columns.uuid(row, "campaign_id"),
                row.getString("peer"),
                Columns.requiredInstant(row, "created_at"),
                status,
                status,
                Set.of(),
                Milestones.NONE,
                Milestones.NONE.withReplyAt(Columns.requiredInstant(row, "at")));
    }
}
