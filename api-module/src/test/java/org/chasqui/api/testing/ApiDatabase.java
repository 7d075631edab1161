package org.chasqui.api.testing;

import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.testing.Databases;
import org.jspecify.annotations.Nullable;

/** A database with the tables of the edge; each statement commits by itself. */
public final class ApiDatabase {
    private final Sql sql = new Sql(Databases.with("api"));

    /** For the stores under test. */
    public Sql sql() {
        return sql;
    }

    /** Runs one statement. */
    public void update(String statement, @Nullable Object... parameters) {
        sql.execute("preparing a test", connection -> {
            try (var prepared = connection.prepareStatement(statement)) {
                Columns.bind(prepared, parameters);
                prepared.executeUpdate();
            }
        });
    }
}
