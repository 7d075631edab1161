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
