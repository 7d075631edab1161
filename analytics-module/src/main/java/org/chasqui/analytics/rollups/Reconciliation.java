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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private static final String ALARMS = """
            select hour, found_at, places from ana_difference where workspace_id = ? order by hour
            """;
    private static final String ALARM = """
            insert into ana_difference (workspace_id, hour, found_at, places) values (?, ?, ?, ?)
            """;

    /** Day sheets that were made of the hour, and those of workspaces that it has only now. */
    private static final String FOLD_AGAIN = """
            insert into ana_late (workspace_id, day)
            select workspace_id, day from ana_folded where day = ?
            union select workspace_id, ?::timestamptz from ana_hour where hour = ?
            """;

    @Inject
    Sql jdbc;

    @Inject
    CountableMessages messages;

    @Inject
    UncountedHours uncounted;

    @Inject
    Clock clock;

    /**
     * Compares one hour and notes what was found; changes no count.
     *
     * @param hour its beginning
     * @return where they differ; empty when all is well, and for an hour from before there were cubes
     */
    @Transactional
    public List<Difference> check(Instant hour) {
        freeze();
        if (uncounted.contains(hour)) {
            return List.of();
        }
        var counted = count(hour);
        var differences = compare(hour, counted.tally);
        note(hour, counted.messages, differences);
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
            change(connection, "delete from ana_uncounted where hour = ?", hour);
            if (!Days.of(hour).isAfter(Days.lastFoldable(clock.instant()))) {
                change(connection, FOLD_AGAIN, Days.of(hour), Days.of(hour), hour);
            }
        });
        note(hour, counted.messages, List.of());
    }

    /** Hours of a workspace whose counts do not equal their messages, the oldest first. */
    @Transactional
    public List<CountAlarm> alarms(UUID workspaceId) {
        return jdbc.run("looking for differences of counts", connection -> {
            try (var statement = connection.prepareStatement(ALARMS)) {
                Columns.bind(statement, workspaceId);
                try (var rows = statement.executeQuery()) {
                    var alarms = new ArrayList<CountAlarm>();
                    while (rows.next()) {
                        alarms.add(new CountAlarm(
                                Columns.requiredInstant(rows, "hour"),
                                Columns.requiredInstant(rows, "found_at"),
                                rows.getInt("places")));
                    }
                    return alarms;
                }
            }
        });
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
                    var workspace = (UUID) key.parts().get(0);
                    var counter = sheet.counters().get(i);
                    differences.add(new Difference(workspace, sheet.table(), hour, counter, one[i], other[i]));
                }
            }
        }
    }

    private void note(Instant hour, long counted, List<Difference> differences) {
        var now = clock.instant();
        jdbc.execute("noting a comparison of counts", connection -> {
            change(connection, NOTE, hour, now, counted, differences.size());
            change(connection, "delete from ana_difference where hour = ?", hour);
            var places = differences.stream()
                    .collect(Collectors.groupingBy(Difference::workspaceId, TreeMap::new, Collectors.counting()));
            for (var found : places.entrySet()) {
                change(connection, ALARM, found.getKey(), hour, now, found.getValue());
            }
        });
    }

    private static void change(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Columns.bind(statement, values);
            statement.executeUpdate();
        }
    }
}
