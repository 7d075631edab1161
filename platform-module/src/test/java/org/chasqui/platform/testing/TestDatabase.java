package org.chasqui.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for all tests of the JVM; a database of its own, with the real migrations, for each instance. */
public final class TestDatabase implements AutoCloseable {
    private static EmbeddedPostgres server;
    private static int databases;

    private final DataSource dataSource;
    private final EntityManagerFactory entities;

    public TestDatabase() {
        dataSource = create();
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/platform")
                .load()
                .migrate();
        entities = Persistence.createEntityManagerFactory(
                "chasqui-platform",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", dataSource,
                        "eclipselink.weaving", "false"));
    }

    private static synchronized DataSource create() {
        try {
            if (server == null) {
                // The default of ten seconds is short for a busy machine.
                server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .start();
            }
            var name = "test" + ++databases;
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

    /** Runs work in one transaction with an entity manager of its own. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        try (var manager = entities.createEntityManager()) {
            var transaction = manager.getTransaction();
            transaction.begin();
            try {
                var result = work.apply(manager);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    @Override
    public void close() {
        entities.close();
    }
}
