package org.chasqui.messaging.messages.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** How much waits in the queue. Callers bring the transaction. */
@ApplicationScoped
public class Backlogs {
    @Inject
    Sql jdbc;

    /** For the container. */
    public Backlogs() {}

    /** In a database of a test. */
    public Backlogs(Sql jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many messages to a person wait in a lane of a number or are on their way.
     *
     * @param peers the ways to write the person's number
     * @param upTo counts no further than this
     */
    public int waitingFor(UUID numberId, Lane lane, Collection<String> peers, int upTo) {
        return jdbc.run("counting what waits for a person", connection -> {
            var sql = "select count(*) from (select 1 from msg_queue"
                    + " where number_id = ? and lane = ? and peer = any(?) and state < 2 limit ?) waiting";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, numberId);
                statement.setInt(2, lane.code());
                statement.setArray(3, Columns.texts(connection, peers));
                statement.setInt(4, upTo);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getInt(1);
                }
            }
        });
    }

    /** How many messages wait and how many are uncertain, for each lane of each number. */
    public List<Backlog> count() {
        return jdbc.run("counting the backlog", connection -> {
            var counts = new ArrayList<Backlog>();
            var sql = "select number_id, lane, count(*) filter (where state < 2) as waiting,"
                    + " count(*) filter (where state = 2) as uncertain from msg_queue group by number_id, lane";
            try (var statement = connection.prepareStatement(sql);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.add(new Backlog(
                            Columns.uuid(rows, "number_id"),
                            Lane.ofCode(rows.getInt("lane")),
                            rows.getLong("waiting"),
                            rows.getLong("uncertain")));
                }
            }
            return counts;
        });
    }

    /** What waits in a lane of a number. */
    public record Backlog(UUID numberId, Lane lane, long waiting, long uncertain) {}
}
