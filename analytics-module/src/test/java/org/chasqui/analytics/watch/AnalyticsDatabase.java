package org.chasqui.analytics.watch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.chasqui.messaging.sql.Sql;
import org.flywaydb.core.Flyway;

/** A PostgreSQL with the tables of analytics, for the tests of one class; each piece of work commits by itself. */
final class AnalyticsDatabase implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final DataSource dataSource;

    AnalyticsDatabase() {
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        dataSource = server.getPostgresDatabase();
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/analytics")
                .load()
                .migrate();
    }

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

    @Override
    public void close() throws IOException {
        server.close();
    }
}
