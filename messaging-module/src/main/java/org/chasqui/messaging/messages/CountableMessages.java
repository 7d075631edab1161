package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The rows themselves, for whoever keeps counts and wants to know that they are true. */
@ApplicationScoped
public class CountableMessages {
    private static final String SELECT = """
            select m.*, r.at as replied_at from msg_message m left join msg_reply r on r.message_id = m.id
            where m.created_at >= ? and m.created_at < ?
            """;
    private static final int FETCHED = 2_000;

    @Inject
    Sql jdbc;

    /** For the container. */
    public CountableMessages() {}

    /** In the database of a test. */
    public CountableMessages(Sql jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Shows every message of all workspaces that was accepted or written in a span of time, as one move from nothing to
     * where it stands. Reads them as they come: memory does not grow with their number, if the caller brings a transaction.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public void each(Instant from, Instant to, Consumer<Move> counter) {
        jdbc.execute("reading messages to count", connection -> {
            try (var statement = connection.prepareStatement(SELECT)) {
                Columns.set(statement, 1, from);
                Columns.set(statement, 2, to);
                statement.setFetchSize(FETCHED);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        counter.accept(read(rows));
                    }
                }
            }
        });
    }

    private static Move read(ResultSet row) throws SQLException {
        boolean outbound = row.getInt("direction") == Direction.OUTBOUND.code();
        var state = outbound ? Ledger.readState(row) : null;
        var known = state == null ? Milestones.NONE : Milestones.of(state);
        return new Move(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "workspace_id"),
                Columns.uuid(row, "number_id"),
                outbound ? Direction.OUTBOUND : Direction.INBOUND,
                row.getString("category"),
                row.getString("template"),
                Columns.uuid(row, "campaign_id"),
                row.getString("peer"),
                Columns.requiredInstant(row, "created_at"),
                null,
                state == null ? MessageStatus.RECEIVED : state.status(),
                state == null ? Set.of() : state.reached(),
                Milestones.NONE,
                known.withReplyAt(repliedAt(row)));
    }

    private static @Nullable Instant repliedAt(ResultSet row) throws SQLException {
        return Columns.instant(row, "replied_at");
    }
}
