package org.chasqui.campaigns.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.chasqui.messaging.sql.Sql;
import org.flywaydb.core.Flyway;

/**
 * A database with the tables of campaigns, transactions as the container would give them, and crashes: a process that
 * dies leaves what it has committed, and nothing else.
 */
public final class CampaignDatabase {
    private static EmbeddedPostgres server;
    private static int databases;

    private final DataSource real;
    private final Sql sql;
    private Connection current;
    private int statementsToCrash = -1;
    private boolean crashesAfterCommit;

    /** The process has died. */
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crash() {
            super("kill -9");
        }
    }

    public CampaignDatabase() {
        real = create();
        Flyway.configure()
                .dataSource(real)
                .locations("classpath:db/campaigns")
                .load()
                .migrate();
        var source = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection());
        sql = new Sql(source);
    }

    private static synchronized DataSource create() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            var name = "campaigns" + ++databases;
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

    /** Runs JDBC on the connection of the transaction, or on one that commits each statement. */
    public Sql sql() {
        return sql;
    }

    /** The next transaction dies before its statement of this number, counted from 0. */
    public void crashAt(int statement) {
        statementsToCrash = statement;
    }

    /** The next transaction commits, and its process dies before it can tell. */
    public void crashAfterCommit() {
        crashesAfterCommit = true;
    }

    /** No crash is due any more. */
    public void calm() {
        statementsToCrash = -1;
        crashesAfterCommit = false;
    }

    /** Does work in a transaction. */
    public <T> T run(Supplier<T> work) {
        try (var connection = real.getConnection()) {
            connection.setAutoCommit(false);
            current = connection;
            try {
                var result = work.get();
                connection.commit();
                if (crashesAfterCommit) {
                    throw new Crash();
                }
                return result;
            } catch (RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                current = null;
                statementsToCrash = -1;
                crashesAfterCommit = false;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Does work in a transaction. */
    public void work(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }

    private Connection connection() throws SQLException {
        var connection = current;
        if (connection == null) {
            return real.getConnection();
        }
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    if (method.getName().equals("prepareStatement") && statementsToCrash >= 0) {
                        if (statementsToCrash == 0) {
                            throw new Crash();
                        }
                        statementsToCrash--;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** Runs a statement. */
    public void execute(String statement) {
        sql.execute("test", connection -> {
            try (var prepared = connection.createStatement()) {
                prepared.execute(statement);
            }
        });
    }

    /** The first column of the first row as a number. */
    public long number(String query) {
        return sql.run("test", connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** The first column of the first row; null without a row. */
    public String text(String query) {
        return sql.run("test", connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                return rows.next() ? rows.getString(1) : "";
            }
        });
    }
}
