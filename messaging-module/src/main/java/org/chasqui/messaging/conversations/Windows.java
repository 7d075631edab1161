package org.chasqui.messaging.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** Tells when customer service windows open and end. A window that is open and lasts longer is no news. */
@ApplicationScoped
public class Windows {
    private static final int MOST_AT_ONCE = 500;

    private static final String OPEN = """
            update msg_conversation c set open_until = c.window_expires_at
            where c.id = any(?) and c.open_until is null and c.window_expires_at > ?
            returning c.*
            """;

    /** The person has written again meanwhile: the window goes on. */
    private static final String GO_ON = """
            update msg_conversation set open_until = window_expires_at where id in (
                select id from msg_conversation where open_until <= ? and window_expires_at > ?
                order by open_until limit ? for update skip locked)
            """;

    private static final String END = """
            update msg_conversation c set open_until = null where c.id in (
                select id from msg_conversation where open_until <= ? and window_expires_at <= ?
                order by open_until limit ? for update skip locked)
            returning c.*
            """;

    @Inject
    Sql jdbc;

    @Inject
    Event<WindowsMoved> moved;

    @Inject
    Clock clock;

    /** People have written in these conversations, in the caller's transaction: tells which windows that has opened. */
    void written(Collection<UUID> conversationIds) {
        var now = clock.instant();
        var opened = jdbc.run("opening windows", connection -> {
            try (var statement = connection.prepareStatement(OPEN)) {
                statement.setArray(1, Columns.uuids(connection, conversationIds));
                Columns.set(statement, 2, now);
                return read(statement);
            }
        });
        tell(opened, true, now);
    }

    /**
     * Tells which windows have ended; some at a time.
     *
     * @return whether more may have ended
     */
    @Transactional
    public boolean end() {
        var now = clock.instant();
        jdbc.execute("keeping windows open", connection -> {
            try (var statement = connection.prepareStatement(GO_ON)) {
                bind(statement, now);
                statement.executeUpdate();
            }
        });
        var ended = jdbc.run("ending windows", connection -> {
            try (var statement = connection.prepareStatement(END)) {
                bind(statement, now);
                return read(statement);
            }
        });
        tell(ended, false, now);
        return ended.size() == MOST_AT_ONCE;
    }

    private void tell(List<ConversationView> conversations, boolean isOpen, Instant now) {
        if (!conversations.isEmpty()) {
            moved.fire(new WindowsMoved(conversations.stream()
                    .map(conversation -> new WindowsMoved.Change(conversation, isOpen, now))
                    .toList()));
        }
    }

    private static void bind(PreparedStatement statement, Instant now) throws SQLException {
        Columns.set(statement, 1, now);
        Columns.set(statement, 2, now);
        statement.setInt(3, MOST_AT_ONCE);
    }

    private static List<ConversationView> read(PreparedStatement statement) throws SQLException {
        var found = new ArrayList<ConversationView>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(ConversationReader.view(rows));
            }
        }
        return found;
    }
}
