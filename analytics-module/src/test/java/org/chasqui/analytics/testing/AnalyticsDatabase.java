package org.chasqui.analytics.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.chasqui.messaging.sql.Sql;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for all tests of the JVM; a database of its own, with the tables of messages and counts, for each instance. */
public final class AnalyticsDatabase {
    private static EmbeddedPostgres server;
    private static int databases;

    private final DataSource dataSource;

    public AnalyticsDatabase() {
        dataSource = create();
        migrate("messaging");
        migrate("analytics");
    }

    private void migrate(String module) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/" + module)
                .table("history_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static synchronized DataSource create() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            var name = "analytics" + ++databases;
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getDatabase("postgres", name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Each piece of work commits by itself. */
    public Sql jdbc() {
        return new Sql(dataSource);
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
