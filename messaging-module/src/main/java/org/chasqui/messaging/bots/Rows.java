package org.chasqui.messaging.bots;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chasqui.messaging.sql.Columns;
import org.jspecify.annotations.Nullable;

/** Statements with few rows, for tables that are not on the hot path. */
final class Rows {
    private Rows() {}

    /** Makes something of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(Connection connection, Reader<T> reader, String sql, @Nullable Object... parameters)
            throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = connection.prepareStatement(sql)) {
            Columns.bind(statement, parameters);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
        }
        return found;
    }

    static <T> Optional<T> first(Connection connection, Reader<T> reader, String sql, @Nullable Object... parameters)
            throws SQLException {
        return list(connection, reader, sql, parameters).stream().findFirst();
    }

    static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Columns.bind(statement, parameters);
            return statement.executeUpdate();
        }
    }
}
