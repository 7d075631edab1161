package org.chasqui.analytics.watch;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.testing.Databases;

/** A database of its own with the tables of analytics; each piece of work commits by itself. */
final class AnalyticsDatabase {
    private final DataSource dataSource = Databases.with("analytics");

    Sql sql() {
        return new Sql(dataSource);
    }

    /** Counts an hour of a number. */
    void count(UUID workspace, UUID number, Instant hour, int direction, long total, long sent, long delivered) {
        execute("insert into ana_hour (workspace_id, hour, number_id, direction, category, template, slot, total, sent,"
                + " delivered) values ('" + workspace + "', '" + hour + "', '" + number + "', " + direction
                + ", 'service', '', 2, " + total + ", " + sent + ", " + delivered + ")");
    }

    void execute(String statement) {
        try (var connection = dataSource.getConnection();
                var open = connection.createStatement()) {
            open.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(statement, failed);
        }
    }
}
