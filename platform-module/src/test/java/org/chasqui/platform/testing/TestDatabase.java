package org.chasqui.platform.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** A database of its own with the tables of the platform, for JDBC and for entities. */
public final class TestDatabase implements AutoCloseable {
    private final DataSource dataSource;
    private final EntityManagerFactory entities;

    public TestDatabase() {
        dataSource = Databases.with("platform");
        entities = Persistence.createEntityManagerFactory(
                "chasqui-platform",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", dataSource,
                        "eclipselink.weaving", "false"));
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
