package org.chasqui.campaigns.recipients;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * Adds sums to a table of counts: a batch in one statement, rows in the order of their keys, so that two who count never wait
 * for each other in a circle. Callers bring the transaction.
 */
final class Sums {
    private Sums() {}

    /**
     * A column of the key.
     *
     * @param type as PostgreSQL names it
     */
    record Column<K>(String type, Function<K, Object> value) {}

    /**
     * Adds what does not come to nothing.
     *
     * @param what the work, for whoever reads of its failure
     * @param statement takes an array for each column, and one of the sums
     */
    static <K> void add(Sql jdbc, String what, String statement, SortedMap<K, Long> sums, List<Column<K>> columns) {
        var rows = sums.entrySet().stream().filter(sum -> sum.getValue() != 0).toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.execute(what, connection -> {
            try (var adding = connection.prepareStatement(statement)) {
                int index = 1;
                for (var column : columns) {
                    adding.setArray(
                            index++,
                            Columns.of(
                                    connection,
                                    column.type(),
                                    rows,
                                    row -> column.value().apply(row.getKey())));
                }
                adding.setArray(index, Columns.of(connection, "bigint", rows, row -> row.getValue()));
                adding.executeUpdate();
            }
        });
    }
}
