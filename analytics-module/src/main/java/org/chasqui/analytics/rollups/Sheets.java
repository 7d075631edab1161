package org.chasqui.analytics.rollups;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.messaging.sql.Columns;

/** The SQL of the sheets. Callers bring connection and transaction. */
final class Sheets {
    /** The slot of what was counted from the messages themselves. */
    static final int RECOUNTED = 0;

    /** Put together once: every transaction that moves a message runs up to five of these. */
    private static final Map<Sheet, String> ADDING =
            new EnumMap<>(Arrays.stream(Sheet.values()).collect(Collectors.toMap(Function.identity(), Sheets::adding)));

    private Sheets() {}

    /** Adds to the rows of a slot: a batch in one statement, rows in the order of their keys. */
    static void add(Connection connection, Sheet sheet, SortedMap<Key, long[]> sums, int slot) throws SQLException {
        if (sums.isEmpty()) {
            return;
        }
        var rows = List.copyOf(sums.entrySet());
        try (var statement = connection.prepareStatement(ADDING.get(sheet))) {
            int index = 1;
            statement.setInt(index++, slot);
            for (int i = 0; i < sheet.keys().size(); i++) {
                int part = i;
                var type = sheet.keys().get(i).type();
                statement.setArray(
                        index++,
                        Columns.of(
                                connection,
                                type,
                                rows,
                                row -> row.getKey().parts().get(part)));
            }
            for (int i = 0; i < sheet.counters().size(); i++) {
                int counter = i;
                statement.setArray(index++, Columns.of(connection, "bigint", rows, row -> row.getValue()[counter]));
            }
            statement.executeUpdate();
        }
    }

    private static String adding(Sheet sheet) {
        var columns = sheet.keyNames() + ", " + String.join(", ", sheet.counters());
        var arrays = Stream.concat(
                        sheet.keys().stream().map(Sheet.Column::type),
                        sheet.counters().stream().map(counter -> "bigint"))
                .map(type -> "?::" + type + "[]")
                .collect(Collectors.joining(", "));
        var sums = sheet.counters().stream()
                .map(counter -> counter + " = h." + counter + " + excluded." + counter)
                .collect(Collectors.joining(", "));
        return "insert into %1$s as h (slot, %2$s) select ?::smallint, n.* from unnest(%3$s) as n(%2$s)"
                        .formatted(sheet.table(), columns, arrays)
                + " on conflict (" + sheet.keyNames() + ", slot) do update set " + sums;
    }

    /** What the sheet says about a span of hours, slots added up; rows that came to nothing are left out. */
    static SortedMap<Key, long[]> read(Connection connection, Sheet sheet, Instant from, Instant to)
            throws SQLException {
        var counters = sheet.counters().stream()
                .map(counter -> "sum(" + counter + ")::bigint")
                .collect(Collectors.joining(", "));
        var sql = "select " + sheet.keyNames() + ", " + counters + " from " + sheet.table()
                + " where hour >= ? and hour < ? group by " + sheet.keyNames();
        var found = new TreeMap<Key, long[]>();
        try (var statement = connection.prepareStatement(sql)) {
            Columns.set(statement, 1, from);
            Columns.set(statement, 2, to);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var counts = counts(rows, sheet);
                    if (!Tally.isNothing(counts)) {
                        found.put(key(rows, sheet), counts);
                    }
                }
            }
        }
        return found;
    }

    /** Removes what the sheet says about a span of hours. */
    static void clear(Connection connection, Sheet sheet, Instant from, Instant to) throws SQLException {
        var sql = "delete from " + sheet.table() + " where hour >= ? and hour < ?";
        try (var statement = connection.prepareStatement(sql)) {
            Columns.set(statement, 1, from);
            Columns.set(statement, 2, to);
            statement.executeUpdate();
        }
    }

    private static Key key(ResultSet row, Sheet sheet) throws SQLException {
        var parts = new ArrayList<Comparable<?>>();
        for (var column : sheet.keys()) {
            parts.add(
                    switch (column.type()) {
                        case "uuid" -> Columns.uuid(row, column.name());
                        case "timestamptz" -> Columns.requiredInstant(row, column.name());
                        case "text" -> row.getString(column.name());
                        default -> (Comparable<?>) row.getInt(column.name());
                    });
        }
        return new Key(parts);
    }

    private static long[] counts(ResultSet row, Sheet sheet) throws SQLException {
        var counts = new long[sheet.counters().size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = row.getLong(sheet.keys().size() + 1 + i);
        }
        return counts;
    }
}
