package org.chasqui.api.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.messaging.sql.SqlFailed;

/** JDBC in one transaction, which elsewhere the container brings. */
public final class InTransaction extends Sql {
    private final Connection connection;

    private InTransaction(Connection connection) {
        this.connection = connection;
    }

    /** Does work in a transaction that commits when it ends well, and is rolled back when it throws. */
    public static <T> T of(ApiDatabase database, Function<Sql, T> work) {
        return database.sql().run("a transaction", connection -> {
            connection.setAutoCommit(false);
            try {
                var result = work.apply(new InTransaction(connection));
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    @Override
    public <T> T run(String doing, Work<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new SqlFailed(doing, failed);
        }
    }

    @Override
    public void execute(String doing, Action action) {
        try {
            action.on(connection);
        } catch (SQLException failed) {
            throw new SqlFailed(doing, failed);
        }
    }
}
