package org.chasqui.analytics.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * Says where counts are read: whole days from the day sheets where these are up to date, everything else from the hours. Both
 * tell the same; a day has fewer rows. Callers bring the transaction.
 */
@ApplicationScoped
public class CountTables {
    private static final String UP_TO_DATE = """
            select f.day, f.cut from ana_folded f where f.workspace_id = ? and f.day >= ? and f.day < ? and not exists (
                select 1 from ana_late l where l.workspace_id = f.workspace_id and l.day = f.day)
            """;

    /** Nothing was counted before: Meta opened its Cloud API in May 2022. Who asks for all times means since then. */
    private static final Instant EARLIEST = Instant.parse("2022-01-01T00:00:00Z");

    @Inject
    Sql jdbc;

    @Inject
    Clock clock;

    @Inject
    FoldWishes wishes;

    /** For the container. */
    public CountTables() {}

    /** In the database of a test. */
    public CountTables(Sql jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wishes = new FoldWishes();
    }

    /**
     * A stretch of time in one kind of table.
     *
     * @param cut where the days of a day sheet are cut; negative for the sheet of hours
     */
    private record Piece(int cut, Instant from, Instant to) {
        private static final int HOURS = -1;

        private static Piece ofHours(Instant from, Instant to) {
            return new Piece(HOURS, from, to);
        }

        private boolean isOfDays() {
            return cut != HOURS;
        }
    }

    /**
     * Rows that may be added up in any way that does not tell hours of a day apart.
     *
     * @param cuts beginning and end, down to the hour; moments between them that no row may reach across
     */
    public CountRows byDay(Sheet sheet, UUID workspaceId, Instant... cuts) {
        return byDayOf(ZoneOffset.UTC, sheet, workspaceId, cuts);
    }

    /**
     * Rows that may be added up in any way that does not tell hours of a day of a zone apart, nor hours of a day of UTC.
     *
     * @param cuts as of {@link #byDay}
     */
    public CountRows byDayOf(ZoneId zone, Sheet sheet, UUID workspaceId, Instant... cuts) {
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i + 1 < cuts.length; i++) {
            pieces.addAll(pieces(new Cuts(zone), workspaceId, cuts[i], cuts[i + 1]));
        }
        return rows(sheet, workspaceId, pieces);
    }

    /** Rows by the hour, of the hours that begin in a span of time. */
    public CountRows byHour(Sheet sheet, UUID workspaceId, Instant from, Instant to) {
        return rows(sheet, workspaceId, List.of(Piece.ofHours(from, to)));
    }

    private List<Piece> pieces(Cuts cuts, UUID workspaceId, Instant from, Instant to) {
        var first = from.truncatedTo(ChronoUnit.HOURS);
        var firstDay = Days.notBefore(first.isBefore(EARLIEST) ? EARLIEST : first);
        var endOfFoldable = Days.lastFoldable(clock.instant()).plus(Days.ONE);
        var endOfDays = to.isBefore(endOfFoldable) ? Days.of(to) : endOfFoldable;
        var upToDate =
                firstDay.isBefore(endOfDays) ? upToDate(workspaceId, firstDay, endOfDays) : Set.<DayOfWorkspace>of();
        var pieces = new ArrayList<Piece>();
        var hours = first;
        for (var day = firstDay; day.isBefore(endOfDays); day = day.plus(Days.ONE)) {
            var cut = cuts.of(day);
            if (cut.isEmpty()) {
                continue;
            }
            var sheets = new DayOfWorkspace(workspaceId, day, cut.getAsInt());
            if (!upToDate.contains(sheets)) {
                // It is folded so that it is there the next time.
                wishes.add(sheets);
                continue;
            }
            addHours(pieces, hours, day);
            hours = day.plus(Days.ONE);
            addDay(pieces, sheets);
        }
        addHours(pieces, hours, to);
        return pieces;
    }

    private static void addHours(List<Piece> pieces, Instant from, Instant to) {
        if (from.isBefore(to)) {
            pieces.add(Piece.ofHours(from, to));
        }
    }

    private static void addDay(List<Piece> pieces, DayOfWorkspace day) {
        int last = pieces.size() - 1;
        if (last >= 0
                && pieces.get(last).cut() == day.cut()
                && pieces.get(last).to().equals(day.day())) {
            pieces.set(last, new Piece(day.cut(), pieces.get(last).from(), day.end()));
        } else {
            pieces.add(new Piece(day.cut(), day.day(), day.end()));
        }
    }

    private Set<DayOfWorkspace> upToDate(UUID workspaceId, Instant firstDay, Instant end) {
        return jdbc.run("looking for day sheets", connection -> {
            var days = new HashSet<DayOfWorkspace>();
            try (var statement = connection.prepareStatement(UP_TO_DATE)) {
                Columns.bind(statement, workspaceId, firstDay, end);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        days.add(new DayOfWorkspace(
                                workspaceId, Columns.requiredInstant(rows, "day"), rows.getInt("cut")));
                    }
                }
            }
            return days;
        });
    }

    private static CountRows rows(Sheet sheet, UUID workspaceId, List<Piece> pieces) {
        var columns = sheet.keyNames() + ", " + String.join(", ", sheet.counters());
        var sql = new StringBuilder();
        var values = new ArrayList<Object>();
        for (var piece : pieces) {
            sql.append(sql.isEmpty() ? "(" : " union all ")
                    .append("select ")
                    .append(columns)
                    .append(" from ")
                    .append(
                            piece.isOfDays()
                                    ? sheet.dayTable() + " where cut = " + piece.cut()
                                    : sheet.table() + " where true")
                    .append(" and workspace_id = ? and hour >= ? and hour < ?");
            values.addAll(List.of(workspaceId, piece.from(), piece.to()));
        }
        if (sql.isEmpty()) {
            sql.append("(select ")
                    .append(columns)
                    .append(" from ")
                    .append(sheet.table())
                    .append(" where false");
        }
        return new CountRows(sql.append(") as counts").toString(), List.copyOf(values));
    }
}
