package org.chasqui.analytics.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** Makes the sheets of a day from those of its hours, and compares them. The hours are the truth: a day can be made again at any time. */
@ApplicationScoped
public class DaySheets {
    private static final String LATE =
            "select distinct workspace_id, day, 0 as cut from ana_late where day <= ? order by day desc limit ?";
    private static final String NO_LONGER_LATE = "delete from ana_late where workspace_id = ? and day = ?";
    private static final String FOLDED = """
            insert into ana_folded (workspace_id, day, cut, folded_at) values (?, ?, ?, ?)
            on conflict (workspace_id, day, cut) do update set folded_at = excluded.folded_at
            """;
    private static final String CUTS = "select cut from ana_folded where workspace_id = ? and day = ?";
    private static final String UP_TO_DATE = """
            select f.workspace_id, f.day, f.cut from ana_folded f where f.day = ? and not exists (
                select 1 from ana_late l where l.workspace_id = f.workspace_id and l.day = f.day)
            """;

    @Inject
    Sql jdbc;

    @Inject
    Clock clock;

    /** For the container. */
    public DaySheets() {}

    /** In the database of a test. */
    public DaySheets(Sql jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Days whose messages have moved since they were over, the newest first. */
    @Transactional
    public List<DayOfWorkspace> late(int most) {
        return jdbc.run("looking for days to fold", connection -> {
            try (var statement = connection.prepareStatement(LATE)) {
                Columns.bind(statement, Days.lastFoldable(clock.instant()), most);
                return days(statement.executeQuery());
            }
        });
    }

    /** Days that are read from their sheets, of all workspaces. */
    @Transactional
    public List<DayOfWorkspace> upToDate(Instant day) {
        return jdbc.run("looking for folded days", connection -> {
            try (var statement = connection.prepareStatement(UP_TO_DATE)) {
                Columns.bind(statement, day);
                return days(statement.executeQuery());
            }
        });
    }

    private static List<DayOfWorkspace> days(ResultSet found) throws SQLException {
        try (var rows = found) {
            var days = new ArrayList<DayOfWorkspace>();
            while (rows.next()) {
                days.add(new DayOfWorkspace(
                        Columns.uuid(rows, "workspace_id"), Columns.requiredInstant(rows, "day"), rows.getInt("cut")));
            }
            return days;
        }
    }

    /**
     * Adds up the hours of a day: whole, as it is to be cut, and as it was cut before. What was late before the first statement
     * is in the hours that the next ones read; whatever commits in between is late once more, and the day is folded again. Only
     * one may fold at a time.
     */
    @Transactional
    public void fold(DayOfWorkspace day) {
        jdbc.execute("folding a day", connection -> {
            change(connection, NO_LONGER_LATE, day.workspaceId(), day.day());
            var cuts = cuts(connection, day);
            cuts.add(0);
            cuts.add(day.cut());
            for (int cut : cuts) {
                fold(connection, day.cutAt(cut));
            }
        });
    }

    private static Set<Integer> cuts(Connection connection, DayOfWorkspace day) throws SQLException {
        try (var statement = connection.prepareStatement(CUTS)) {
            Columns.bind(statement, day.workspaceId(), day.day());
            try (var rows = statement.executeQuery()) {
                var cuts = new TreeSet<Integer>();
                while (rows.next()) {
                    cuts.add(rows.getInt("cut"));
                }
                return cuts;
            }
        }
    }

    private void fold(Connection connection, DayOfWorkspace day) throws SQLException {
        for (var sheet : Sheet.values()) {
            change(
                    connection,
                    "delete from " + sheet.dayTable()
                            + " where workspace_id = ? and cut = ? and hour >= ? and hour < ?",
                    day.workspaceId(),
                    day.cut(),
                    day.day(),
                    day.end());
            change(
                    connection,
                    folding(sheet),
                    day.cut(),
                    day.secondPiece(),
                    day.day(),
                    day.secondPiece(),
                    day.workspaceId(),
                    day.day(),
                    day.end());
        }
        change(connection, FOLDED, day.workspaceId(), day.day(), day.cut(), clock.instant());
    }

    private static void change(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Columns.bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static String folding(Sheet sheet) {
        var keys = keysWithoutTime(sheet);
        var counters = String.join(", ", sheet.counters());
        return "insert into " + sheet.dayTable() + " (cut, hour, " + keys + ", " + counters + ") "
                + added("?::smallint, ", sheet);
    }

    /**
     * The hours of a day added up, one row for each piece and combination; what came to nothing is left out. Asks for the
     * beginning of the second piece, of the first, of the second, the workspace, and the beginning and the end of the day.
     */
    private static String added(String before, Sheet sheet) {
        var keys = keysWithoutTime(sheet);
        var sums = sheet.counters().stream()
                .map(counter -> "sum(" + counter + ")::bigint")
                .toList();
        return "select " + before + "case when hour < ? then ?::timestamptz else ?::timestamptz end as piece, " + keys
                + ", " + String.join(", ", sums) + " from " + sheet.table()
                + " where workspace_id = ? and hour >= ? and hour < ? group by piece, " + keys + " having "
                + sums.stream().map(sum -> sum + " <> 0").collect(Collectors.joining(" or "));
    }

    private static String keysWithoutTime(Sheet sheet) {
        return sheet.keys().stream()
                .filter(column -> column != Sheet.Column.HOUR)
                .map(Sheet.Column::name)
                .collect(Collectors.joining(", "));
    }

    /**
     * In how many rows the sheets of a day and those of its hours differ, in one snapshot of the database. A day that is found
     * to differ is not read any more, and folded again.
     */
    @Transactional
    public long check(DayOfWorkspace day) {
        return jdbc.run("comparing a day with its hours", connection -> {
            long differences = 0;
            for (var sheet : Sheet.values()) {
                differences += differences(connection, sheet, day);
            }
            if (differences > 0) {
                change(
                        connection,
                        "insert into ana_late (workspace_id, day) values (?, ?)",
                        day.workspaceId(),
                        day.day());
            }
            return differences;
        });
    }

    /** One statement and so one snapshot; a day that has become late since it was looked for is not compared. */
    private static long differences(Connection connection, Sheet sheet, DayOfWorkspace day) throws SQLException {
        var hours = added("", sheet);
        var days = "select hour as piece, " + keysWithoutTime(sheet) + ", " + String.join(", ", sheet.counters())
                + " from " + sheet.dayTable() + " where workspace_id = ? and cut = ? and hour >= ? and hour < ?";
        var sql = "with hours as (" + hours + "), days as (" + days + ") select count(*) from ("
                + "(select * from hours except all select * from days) union all"
                + " (select * from days except all select * from hours)) as different"
                + " where not exists (select 1 from ana_late where workspace_id = ? and day = ?)";
        try (var statement = connection.prepareStatement(sql)) {
            var workspace = day.workspaceId();
            var second = day.secondPiece();
            Columns.bind(
                    statement, second, day.day(), second, workspace, day.day(), day.end(), workspace, day.cut(),
                    day.day(), day.end(), workspace, day.day());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
