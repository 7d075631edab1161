package org.chasqui.messaging.messages.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.testing.OneConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueTest {
    private static final UUID NUMBER = new UUID(1, 1);
    private static final String NODE = "node";
    private static final long EPOCH = 1;
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final MessagingDatabase database = new MessagingDatabase();

    /** As after a calm hour: next to nothing waits, and the database has counted it. */
    @BeforeEach
    void aCalmQueue() {
        database.execute("insert into msg_queue (message_id, number_id, lane, peer, state, next_at)"
                + " values ('ffffffff-ffff-ffff-ffff-ffffffffffff', '" + new UUID(2, 2) + "', 0, '1', 0, now())");
        database.execute("vacuum analyze msg_queue");
    }

    @BeforeEach
    void lease() {
        database.execute("insert into msg_lease (number_id, node, epoch, until) values ('" + NUMBER + "', '" + NODE
                + "', " + EPOCH + ", now() + interval '1 hour')");
    }

    /**
     * The database makes a plan for a statement that is used often, and keeps it. One that was good for an empty queue
     * went through the whole backlog once for each of its rows, until somebody had counted the rows anew.
     */
    @Test
    void aBacklogThatCameInAMomentIsClaimedByAConnectionThatKnewTheQueueEmpty() throws SQLException {
        try (var connection = database.connection()) {
            var queue = new Queue(new Sql(OneConnection.of(connection)));
            limit(connection);
            for (int i = 0; i < 50; i++) {
                queue.claim(NUMBER, Lane.MARKETING, NOW, NODE, EPOCH, 100);
                connection.commit();
            }
            fill(30_000);

            queue.claim(NUMBER, Lane.MARKETING, NOW, NODE, EPOCH, 100);
            connection.commit();
        }
        assertThat(database.text("select count(*) from msg_queue where state = 1"))
                .isEqualTo("100");
    }

    @Test
    void aBacklogIsClaimedByAConnectionThatMetItFull() throws SQLException {
        fill(30_000);
        try (var connection = database.connection()) {
            limit(connection);
            new Queue(new Sql(OneConnection.of(connection))).claim(NUMBER, Lane.MARKETING, NOW, NODE, EPOCH, 100);
            connection.commit();
        }
        assertThat(database.text("select count(*) from msg_queue where state = 1"))
                .isEqualTo("100");
    }

    /** Two for each person. */
    private void fill(int rows) {
        database.execute("""
                insert into msg_queue (message_id, number_id, lane, peer, state, next_at, expires_at)
                select lpad(to_hex(i), 32, '0')::uuid, '%s', %s, (i / 2)::text, 0, timestamptz '%s', null
                from generate_series(1, %s) i
                """.formatted(NUMBER, Lane.MARKETING.code(), NOW, rows));
    }

    /** No machine is so slow that it needs this long with a plan that fits; with the other it takes half a minute. */
    private static void limit(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = '10s'");
        }
    }
}
