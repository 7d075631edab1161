package org.chasqui.messaging.messages.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.WaitingForTemplate.Use;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * What waits in the queue for its template. State 3 is held: no claim takes it, and it does not stop later messages to
 * the same person. Rare work on a small table; callers bring the transaction.
 */
@ApplicationScoped
public class HeldQueue {
    private static final int WAITING = 0;
    private static final int HELD = 3;

    /** Held because its campaign is paused: a template that comes back does not let it go. */
    private static final int PAUSED = 4;

    private static final String IS_OF_TEMPLATE =
            " where m.id = q.message_id and q.number_id = any(?) and m.template = ?"
                    + " and (m.content::jsonb) #>> '{language,code}' = ? and q.state";

    private static final String OF_TEMPLATE = " from msg_message m" + IS_OF_TEMPLATE;

    @Inject
    Sql jdbc;

    /** Holds what waits. */
    public int hold(Use use, String why) {
        return jdbc.run("holding messages of a template", connection -> {
            var sql = "update msg_queue q set state = " + HELD + ", reason = ?" + OF_TEMPLATE + " = " + WAITING;
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, why);
                bind(connection, statement, 2, use);
                return statement.executeUpdate();
            }
        });
    }

    /** Lets go what is held. */
    public int release(Use use, Instant now) {
        return jdbc.run("releasing messages of a template", connection -> {
            var sql = "update msg_queue q set state = " + WAITING + ", reason = null, next_at = ?" + OF_TEMPLATE + " = "
                    + HELD;
            try (var statement = connection.prepareStatement(sql)) {
                Columns.set(statement, 1, now);
                bind(connection, statement, 2, use);
                return statement.executeUpdate();
            }
        });
    }

    /** Lets go what is held and no longer worth sending: whoever claims it ends it as expired. */
    public int releaseExpired(Instant now) {
        return jdbc.run("releasing expired messages", connection -> {
            var sql = "update msg_queue set state = " + WAITING + ", reason = null, next_at = ? where state in (" + HELD
                    + ", " + PAUSED + ") and expires_at <= ?";
            try (var statement = connection.prepareStatement(sql)) {
                Columns.set(statement, 1, now);
                Columns.set(statement, 2, now);
                return statement.executeUpdate();
            }
        });
    }

    /** Moves what waits or is held into another lane. A campaign stays behind everything that somebody waits for. */
    public int move(Use use, Lane lane) {
        return jdbc.run("moving messages of a template", connection -> {
            var sql = "update msg_queue q set lane = ?" + OF_TEMPLATE + " in (" + WAITING + ", " + HELD + ", " + PAUSED
                    + ") and q.lane <> ?" + (lane == Lane.MARKETING ? "" : " and m.campaign_id is null");
            try (var statement = connection.prepareStatement(sql)) {
                statement.setInt(1, lane.code());
                bind(connection, statement, 2, use);
                statement.setInt(5, lane.code());
                return statement.executeUpdate();
            }
        });
    }

    /** The messages that wait or are held, by id. */
    public List<UUID> waiting(Use use) {
        return jdbc.run("looking for messages of a template", connection -> {
            var sql = "select q.message_id from msg_queue q, msg_message m" + IS_OF_TEMPLATE + " in (" + WAITING + ", "
                    + HELD + ", " + PAUSED + ") order by q.message_id";
            try (var statement = connection.prepareStatement(sql)) {
                bind(connection, statement, 1, use);
                return ids(statement);
            }
        });
    }

    /** Takes messages out of the queue that nobody has claimed meanwhile; answers which. */
    public Set<UUID> withdraw(Collection<UUID> messageIds) {
        return jdbc.run("withdrawing messages of a template", connection -> {
            var sql = "delete from msg_queue where message_id = any(?) and state in (" + WAITING + ", " + HELD + ", "
                    + PAUSED + ") returning message_id";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, Columns.uuids(connection, messageIds));
                return new HashSet<>(ids(statement));
            }
        });
    }

    private static void bind(Connection connection, PreparedStatement statement, int from, Use use)
            throws SQLException {
        statement.setArray(from, Columns.uuids(connection, use.numberIds()));
        statement.setString(from + 1, use.name());
        statement.setString(from + 2, use.language());
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(Columns.uuid(rows, "message_id"));
            }
        }
        return ids;
    }
}
