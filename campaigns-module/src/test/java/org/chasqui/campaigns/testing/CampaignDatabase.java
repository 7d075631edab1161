package org.chasqui.campaigns.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.testing.Databases;

/**
 * A database with the tables of campaigns, transactions as the container would give them, and crashes: a process that
 * dies leaves what it has committed, and nothing else.
 */
public final class CampaignDatabase {
    /** Kept, because tests ask thousands of times; outside of a transaction it commits each statement. */
    private final Connection kept;

    private final DataSource source;
    private final Sql sql;
    private boolean isInTransaction;
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
        try {
            kept = Databases.with("platform", "campaigns").getConnection();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        source = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection());
        sql = new Sql(source);
    }

    /** For those who bring their own transactions: each statement of theirs commits. */
    public DataSource dataSource() {
        return source;
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
        try {
            kept.setAutoCommit(false);
            isInTransaction = true;
            try {
                var result = work.get();
                kept.commit();
                if (crashesAfterCommit) {
                    throw new Crash();
                }
                return result;
            } catch (RuntimeException failed) {
                kept.rollback();
                throw failed;
            } finally {
                isInTransaction = false;
                kept.setAutoCommit(true);
                calm();
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

    private Connection connection() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    if (isInTransaction && method.getName().equals("prepareStatement") && statementsToCrash >= 0) {
                        if (statementsToCrash == 0) {
                            throw new Crash();
                        }
                        statementsToCrash--;
                    }
                    try {
                        return method.invoke(kept, arguments);
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
