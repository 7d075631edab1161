package org.chasqui.messaging.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs JDBC on the connection of the current transaction. Callers bring the transaction. */
@ApplicationScoped
public class Sql {
    @Inject
    DataSource dataSource;

    /** For the container. */
    public Sql() {}

    /** For the database of a test; each piece of work commits by itself. */
    public Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Runs a piece of JDBC with a result.
     *
     * @param doing says in an error what was being done
     * @throws SqlFailed when the database refuses or is away
     */
    public <T> T run(String doing, Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new SqlFailed(doing, failed);
        }
    }

    /**
     * As {@link #run}, for a statement whose plan must fit the rows that are there now. PostgreSQL keeps the plan of a
     * statement that is used often; one that it made for an all but empty table reads the whole of it, and when a backlog
     * comes in a moment, a join of the table with itself does so once for each row. A new plan costs less than a
     * millisecond: for what is done once for many rows. Without effect outside of a transaction.
     *
     * @throws SqlFailed when the database refuses or is away
     */
    public <T> T runPlannedAnew(String doing, Work<T> work) {
        return run(doing, connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set local plan_cache_mode = force_custom_plan");
            }
            return work.on(connection);
        });
    }

    /**
     * Runs a piece of JDBC without a result.
     *
     * @param doing says in an error what was being done
     * @throws SqlFailed when the database refuses or is away
     */
    public void execute(String doing, Action action) {
        try (var connection = dataSource.getConnection()) {
            action.on(connection);
        } catch (SQLException failed) {
            throw new SqlFailed(doing, failed);
        }
    }

    /** A piece of JDBC with a result. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** A piece of JDBC. */
    @FunctionalInterface
    public interface Action {
        void on(Connection connection) throws SQLException;
    }
}
