package org.chasqui.messaging.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.chasqui.messaging.messages.ledger.Backlogs;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.OpenQueue;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.messaging.sql.Sql;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for all tests of the JVM; a database of its own, with messaging's migrations, for each instance. */
public final class MessagingDatabase {
    private static EmbeddedPostgres server;
    private static int databases;

    private final DataSource dataSource;

    public MessagingDatabase() {
        dataSource = create();
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/messaging")
                .load()
                .migrate();
    }

    private static synchronized DataSource create() {
        try {
            if (server == null) {
                // The default of ten seconds is short for a busy machine.
                server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .start();
            }
            var name = "messaging" + ++databases;
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
    public Ledger ledger() {
        return new Ledger(jdbc());
    }

    /** Each piece of work commits by itself. */
    public Queue queue() {
        return new Queue(jdbc());
    }

    /** Each piece of work commits by itself. */
    public OpenQueue openQueue() {
        return new OpenQueue(jdbc());
    }

    public Backlogs backlogs() {
        return new Backlogs(jdbc());
    }

    /** Runs JDBC in it. */
    public Sql jdbc() {
        return new Sql(dataSource);
    }

    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    public void execute(String sql) {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** The first column of the first row. */
    public String text(String sql) {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
