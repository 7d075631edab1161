package org.chasqui.analytics.rollups;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.messaging.sql.Columns;

/**
 * The rows of a sheet about some time, to be put behind a {@code from}: with every key of the sheet and {@code hour}, which is
 * the beginning of an hour or of a whole day of UTC.
 *
 * @param sql with a question mark for each value
 * @param values in their order
 */
public record CountRows(String sql, List<Object> values) {
    /** These and others of the same sheet. */
    public CountRows and(CountRows others) {
        var both = new ArrayList<>(values);
        both.addAll(others.values);
        return new CountRows(
                "(select * from " + sql + " union all select * from " + others.sql + ") as counts", List.copyOf(both));
    }

    /**
     * Binds the values.
     *
     * @param index of the first of them
     * @return the index behind the last
     */
    public int bind(PreparedStatement statement, int index) throws SQLException {
        int next = index;
        for (var value : values) {
            if (value instanceof Instant at) {
                Columns.set(statement, next++, at);
            } else {
                statement.setObject(next++, value);
            }
        }
        return next;
    }
}
