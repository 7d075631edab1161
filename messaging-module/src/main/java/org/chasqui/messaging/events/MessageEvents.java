package org.chasqui.messaging.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.messages.Advice;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Turns moves of messages into events. The database renders them from the rows that the same transaction has just
 * written, a whole batch in one statement: nothing is read for a message, and a batch costs one round trip.
 */
@ApplicationScoped
class MessageEvents {
    /** These follow from a status and not from a step, so they are told when the status is new. */
    private static final Set<MessageStatus> BY_STATUS = EnumSet.of(
            MessageStatus.PLAYED,
            MessageStatus.FAILED,
            MessageStatus.UNCERTAIN,
            MessageStatus.EXPIRED,
            MessageStatus.CANCELLED,
            MessageStatus.RECEIVED);

    private static final String TIME = "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";

    /** A part that is null leaves its member out: {@code concat} passes over nulls, and {@code ||} hands them on. */
    private static final String INSERT =
            """
            insert into msg_event (id, workspace_id, type, number_id, conversation_id, created_at, data)
            select n.id, m.workspace_id, 'message.' || n.told, m.number_id, m.conversation_id, ?, concat(
                '{"id":"', m.id, '"',
                ',"wamid":' || to_json(m.wamid),
                ',"phone_number_id":' || to_json(m.phone_number_id),
                case when m.direction = 0 then ',"to":' else ',"from":' end,
                to_json(case when m.peer ~ '^[0-9]+$' then '+' || m.peer else m.peer end),
                ',"type":' || to_json(m.type),
                ',"status":"', n.told, '"',
                case when m.direction = 0 then ',"direction":"outbound"' else ',"direction":"inbound"' end,
                ',"template":' || to_json(m.template),
                ',"category":' || to_json(m.category),
                ',"context":' || m.context,
                ',"referral":' || (m.extra::json -> 'referral')::text,
                ',"origin":' || to_json(m.origin),
                ',"conversation_id":"', m.conversation_id, '"',
                ',"created_at":"', <created>, '"',
                ',"steps":[{"status":"', n.told, '"', ',"at":"' || <at> || '"', '}]',
                ',"error":' || case when n.told in ('failed', 'uncertain') and m.error_code is not null then
                    concat('{"code":', m.error_code, ',"title":' || to_json(m.error_title),
                        ',"details":' || to_json(m.error_details), ',"advice":' || to_json(n.advice), '}') end,
                ',"pricing":' || case when m.price_model is not null or m.price_category is not null then
                    concat('{', ltrim(concat(',"model":' || to_json(m.price_model), ',"type":' || to_json(m.price_type),
                        ',"category":' || to_json(m.price_category), ',"billable":' || to_json(m.billable)), ','),
                        '}') end,
                ',"content":' || case when m.direction = 1 or m.origin is not null then m.content end,
                '}')::json
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]) with ordinality
                as n(id, message_id, told, advice, ord)
            join msg_message m on m.id = n.message_id
            order by n.ord
            on conflict (id) do nothing
            returning id, seq, workspace_id, type, number_id, conversation_id
            """.replace("<created>", TIME.formatted("m.created_at")).replace("<at>", TIME.formatted("""
                    case n.told when 'accepted' then m.accepted_at when 'sent' then m.sent_at
                        when 'delivered' then m.delivered_at when 'read' then m.read_at
                        when 'played' then m.played_at when 'failed' then m.failed_at
                        when 'uncertain' then m.uncertain_at when 'received' then m.created_at
                        else m.ended_at end"""));

    private static final String RECORD = EventLog.wanted(INSERT);

    private static final Set<MessageStatus> WITH_ERROR = EnumSet.of(MessageStatus.FAILED, MessageStatus.UNCERTAIN);

    private static final String PROBLEMS = "select id, error_code, error_title, error_details, lane from msg_message"
            + " where id = any(?) and error_code is not null";

    @Inject
    Sql jdbc;

    @Inject
    EventLog log;

    @Inject
    Clock clock;

    /**
     * One event.
     *
     * @param told the status that it tells of
     */
    private record Told(UUID id, UUID messageId, MessageStatus told) {}

    /** Why a message went wrong. */
    private record Trouble(Fact.Problem problem, Lane lane) {}

    void record(@Observes MessagesMoved event) {
        var told = new ArrayList<Told>();
        event.moves()
                .forEach(move -> told(move)
                        .forEach(status -> told.add(
                                new Told(SourceId.of(move.messageId(), status.wireName()), move.messageId(), status))));
        if (!told.isEmpty()) {
            log.announce(write(told));
        }
    }

    /** What a move tells of, in the order in which it must have happened. */
    static List<MessageStatus> told(Move move) {
        var told = EnumSet.noneOf(MessageStatus.class);
        told.addAll(move.reached());
        if (move.to() != move.from() && BY_STATUS.contains(move.to())) {
            told.add(move.to());
        }
        return List.copyOf(told);
    }

    private List<LoggedEvent> write(List<Told> told) {
        return jdbc.run("recording events of messages", connection -> {
            var troubles = troubles(connection, told);
            try (var statement = connection.prepareStatement(RECORD)) {
                Columns.set(statement, 1, clock.instant());
                statement.setArray(2, Columns.of(connection, "uuid", told, Told::id));
                statement.setArray(3, Columns.of(connection, "uuid", told, Told::messageId));
                statement.setArray(
                        4,
                        Columns.of(connection, "text", told, one -> one.told().wireName()));
                statement.setArray(5, Columns.of(connection, "text", told, one -> advice(one, troubles)));
                return EventLog.read(statement);
            }
        });
    }

    /** Asked for only where something went wrong: most batches tell of nothing but success. */
    private static Map<UUID, Trouble> troubles(Connection connection, List<Told> told) throws SQLException {
        var failed = told.stream()
                .filter(one -> WITH_ERROR.contains(one.told()))
                .map(Told::messageId)
                .toList();
        var troubles = new HashMap<UUID, Trouble>();
        if (failed.isEmpty()) {
            return troubles;
        }
        try (var statement = connection.prepareStatement(PROBLEMS)) {
            statement.setArray(1, Columns.uuids(connection, failed));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var problem = new Fact.Problem(
                            rows.getInt("error_code"), rows.getString("error_title"), rows.getString("error_details"));
                    troubles.put(Columns.uuid(rows, "id"), new Trouble(problem, Lane.ofCode(rows.getInt("lane"))));
                }
            }
        }
        return troubles;
    }

    private static @Nullable String advice(Told told, Map<UUID, Trouble> troubles) {
        var trouble = WITH_ERROR.contains(told.told()) ? troubles.get(told.messageId()) : null;
        return trouble == null ? null : Advice.on(trouble.problem(), told.told(), trouble.lane());
    }
}
