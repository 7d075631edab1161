package org.chasqui.messaging.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Columns as arrays: one statement carries a whole batch through {@code unnest}. And columns of rows, read without telling
 * the driver a class: the server's connection pool looks that method up by reflection for every value.
 */
public final class Columns {
    private Columns() {}

    /** A column of the rows, for {@code unnest}. */
    public static <T> Array of(
            Connection connection, String type, List<T> rows, Function<T, ? extends @Nullable Object> column)
            throws SQLException {
        var values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            var value = column.apply(rows.get(i));
            // Instants travel as ISO text: an array of timestamps would be read in the session's time zone.
            values[i] = value instanceof Instant instant ? instant.toString() : value;
        }
        return connection.createArrayOf(type, values);
    }

    /** An array of ids. */
    public static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    /** An array of texts. */
    public static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    /** Binds a time; null is bound as null. */
    public static void set(PreparedStatement statement, int index, @Nullable Instant instant) throws SQLException {
        statement.setObject(index, instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /** Binds parameters in their order; times as {@link #set} does. */
    public static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Instant at) {
                set(statement, i + 1, at);
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    /** A time that may be null. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** A time that is never null. */
    public static Instant requiredInstant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /** An id. */
    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return (UUID) row.getObject(column);
    }

    /** An id. */
    public static UUID uuid(ResultSet row, int column) throws SQLException {
        return (UUID) row.getObject(column);
    }

    /** A whole number that may be null. */
    public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
