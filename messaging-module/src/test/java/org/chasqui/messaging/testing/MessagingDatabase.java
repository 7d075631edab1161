package org.chasqui.messaging.testing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.chasqui.messaging.messages.ledger.Backlogs;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.OpenQueue;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.testing.Databases;

/** A database of its own with the tables of messaging. */
public final class MessagingDatabase {
    private final DataSource dataSource = Databases.with("messaging");

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
