package org.chasqui.analytics.testing;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.testing.Databases;

/** A database of its own with the tables of messages and counts. */
public final class AnalyticsDatabase {
    private final DataSource dataSource = Databases.with("messaging", "analytics");

    public DataSource dataSource() {
        return dataSource;
    }

    /** Each piece of work commits by itself. */
    public Sql jdbc() {
        return new Sql(dataSource);
    }

    /** Counts an hour of a number. */
    public void count(UUID workspace, UUID number, Instant hour, int direction, long total, long sent, long delivered) {
        execute("insert into ana_hour (workspace_id, hour, number_id, direction, category, template, slot, total, sent,"
                + " delivered) values ('" + workspace + "', '" + hour + "', '" + number + "', " + direction
                + ", 'service', '', 2, " + total + ", " + sent + ", " + delivered + ")");
    }

    public void execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** The first column of the first row. */
    public String text(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
