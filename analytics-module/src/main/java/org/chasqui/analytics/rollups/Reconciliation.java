package org.chasqui.analytics.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.chasqui.messaging.messages.CountableMessages;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * Compares the counts with the messages themselves. Both are read from one snapshot of the database, so that what moves
 * meanwhile makes no difference.
 */
@ApplicationScoped
public class Reconciliation {
    private static final Logger LOG = System.getLogger(Reconciliation.class.getName());
    private static final Duration HOUR = Duration.ofHours(1);

    /** As the first statement of the transaction. Alone in a test it does nothing, where nothing moves meanwhile. */
    private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read";

    private static final String NOTE = """
            insert into ana_check (hour, checked_at, messages, differences) values (?, ?, ?, ?)
            on conflict (hour) do update set checked_at = excluded.checked_at, messages = excluded.messages,
                differences = excluded.differences
            """;

    @Inject
    Sql jdbc;

    @Inject
    CountableMessages messages;

    @Inject
    Clock clock;

    /**
     * Compares one hour and notes what was found; changes no count.
     *
     * @param hour its beginning
     * @return where they differ; empty when all is well
     */
    @Transactional
    public List<Difference> check(Instant hour) {
        freeze();
        var counted = count(hour);
        var differences = compare(hour, counted.tally);
        note(hour, counted.messages, differences.size());
        if (!differences.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "counts of the hour {0} differ from its messages in {1} places, first in {2}",
                    hour,
                    differences.size(),
                    differences.get(0));
        }
        return differences;
    }

    /**
     * Counts one hour anew from its messages. When counts of the hour move meanwhile, the database refuses and nothing has
     * changed: try again.
     *
     * @param hour its beginning
     */
    @Transactional
    public void recount(Instant hour) {
        freeze();
        var counted = count(hour);
        jdbc.execute("counting messages anew", connection -> {
            for (var sheet : Sheet.values()) {
                Sheets.clear(connection, sheet, hour, hour.plus(HOUR));
                Sheets.add(connection, sheet, counted.tally.of(sheet), Sheets.RECOUNTED);
            }
        });
        note(hour, counted.messages, 0);
    }

    private void freeze() {
        jdbc.execute("beginning to compare counts", connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(ONE_SNAPSHOT);
            }
        });
    }

    private static final class Counted {
        private final Tally tally = new Tally();
        private long messages;
    }

    private Counted count(Instant hour) {
        var counted = new Counted();
        messages.each(hour, hour.plus(HOUR), move -> {
            Contribution.add(move, counted.tally);
            counted.messages++;
        });
        return counted;
    }

    private List<Difference> compare(Instant hour, Tally found) {
        return jdbc.run("comparing counts", connection -> {
            var differences = new ArrayList<Difference>();
            for (var sheet : Sheet.values()) {
                compare(connection, sheet, hour, found.of(sheet), differences);
            }
            return differences;
        });
    }

    private static void compare(
            Connection connection,
            Sheet sheet,
            Instant hour,
            SortedMap<Key, long[]> found,
            List<Difference> differences)
            throws SQLException {
        var counted = Sheets.read(connection, sheet, hour, hour.plus(HOUR));
        var keys = new TreeSet<>(counted.keySet());
        keys.addAll(found.keySet());
        var nothing = new long[sheet.counters().size()];
        for (var key : keys) {
            var one = counted.getOrDefault(key, nothing);
            var other = found.getOrDefault(key, nothing);
            for (int i = 0; i < nothing.length; i++) {
                if (one[i] != other[i]) {
                    var counter = sheet.counters().get(i);
                    differences.add(new Difference(sheet.table(), hour, counter, one[i], other[i]));
                }
            }
        }
    }

    private void note(Instant hour, long counted, int differences) {
        jdbc.execute("noting a comparison of counts", connection -> {
            try (var statement = connection.prepareStatement(NOTE)) {
                Columns.set(statement, 1, hour);
                Columns.set(statement, 2, clock.instant());
                statement.setLong(3, counted);
                statement.setInt(4, differences);
                statement.executeUpdate();
            }
        });
    }
}
