package org.chasqui.messaging.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.rest.Json;

/**
 * Where everything is recorded that customers hear of. An event commits or fails together with the change that it tells
 * of; whoever records it needs to do nothing else.
 */
@ApplicationScoped
public class EventLog {
    private static final String INSERT = """
            insert into msg_event (id, workspace_id, type, number_id, conversation_id, created_at, data)
            select n.id, n.workspace_id, n.type, n.number_id, n.conversation_id, n.created_at, n.data::json
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[])
                with ordinality as n(id, workspace_id, type, number_id, conversation_id, created_at, data, ord)
            order by n.ord
            on conflict (id) do nothing
            returning id, seq, workspace_id, type, number_id, conversation_id
            """;

    /** What was written and has somebody who may want it; most workspaces of a busy node have no endpoint at all. */
    private static final String WANTED = """
            with written as (%s)
            select w.* from written w
            where exists (select 1 from msg_webhook h where h.workspace_id = w.workspace_id)
            order by w.seq
            """;

    private static final String RECORD = WANTED.formatted(INSERT);

    @Inject
    Sql jdbc;

    @Inject
    Event<EventsLogged> logged;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * Records events in the caller's transaction, in the order of the list.
     *
     * @throws jakarta.transaction.TransactionalException when there is no transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(List<NewEvent> events) {
        announce(insert(RECORD, events));
    }

    /**
     * Records an event that no endpoint is told of by itself, for who tells them: a test event.
     *
     * @throws jakarta.transaction.TransactionalException when there is no transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public LoggedEvent recordQuietly(NewEvent event) {
        return insert(INSERT, List.of(event)).get(0);
    }

    private List<LoggedEvent> insert(String sql, List<NewEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        return jdbc.run("recording events", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, Columns.of(connection, "uuid", events, event -> ids.next()));
                statement.setArray(2, Columns.of(connection, "uuid", events, NewEvent::workspaceId));
                statement.setArray(3, Columns.of(connection, "text", events, NewEvent::type));
                statement.setArray(4, Columns.of(connection, "uuid", events, NewEvent::numberId));
                statement.setArray(5, Columns.of(connection, "uuid", events, NewEvent::conversationId));
                statement.setArray(6, Columns.of(connection, "timestamptz", events, NewEvent::createdAt));
                statement.setArray(7, Columns.of(connection, "text", events, EventLog::text));
                return read(statement);
            }
        });
    }

    /** Tells of written events; {@link MessageEvents} writes its own. */
    void announce(List<LoggedEvent> events) {
        if (!events.isEmpty()) {
            logged.fire(new EventsLogged(events, clock.instant()));
        }
    }

    /** The statement around an insert into the log that returns only what somebody may want. */
    static String wanted(String insert) {
        return WANTED.formatted(insert);
    }

    static List<LoggedEvent> read(PreparedStatement statement) throws SQLException {
        var events = new ArrayList<LoggedEvent>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                events.add(LoggedEvent.of(rows));
            }
        }
        return events;
    }

    private static String text(NewEvent event) {
        try {
            return Json.mapper().writeValueAsString(event.data());
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("an event that is no JSON", impossible);
        }
    }
}
