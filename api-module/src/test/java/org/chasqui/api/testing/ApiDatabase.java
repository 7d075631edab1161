package org.chasqui.api.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A database with the tables of the edge; each statement commits by itself. */
public final class ApiDatabase {
    private static @Nullable EmbeddedPostgres server;
    private static int databases;

    private final Sql sql;

    public ApiDatabase() {
        var source = create();
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/api")
                .load()
                .migrate();
        sql = new Sql(source);
    }

    private static synchronized DataSource create() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            var name = "api" + ++databases;
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
