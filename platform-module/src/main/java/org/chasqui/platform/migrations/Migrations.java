package org.chasqui.platform.migrations;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.chasqui.platform.leases.Leases;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Runs the migrations of all modules before anything else touches the database. Message-driven beans may be called
 * while this is still running; they wait by calling {@link #await()}, because the container holds business calls to a
 * singleton back until it is constructed.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
public class Migrations {
    private static final Logger LOG = System.getLogger(Migrations.class.getName());

    @Inject
    DataSource dataSource;

    @Inject
    @Any
    Instance<ModuleMigrations> modules;

    @Inject
    Leases leases;

    @Inject
    Event<DatabaseReady> ready;

    @PostConstruct
    void migrateAll() {
        migrateInTurn(modules);
        ready.fire(new DatabaseReady());
    }

    /** Nodes that start together do it one after another: Flyway takes a table that another has just made for a broken one. */
    void migrateInTurn(Iterable<ModuleMigrations> sources) {
        leases.runInTurn("migrations", () -> sources.forEach(this::migrate));
    }

    void migrate(ModuleMigrations source) {
        var result = run(source);
        LOG.log(Level.INFO, "{0}: {1} migrations run", source.module(), result.migrationsExecuted);
    }

    /** Branches take their numbers when they begin, and land in another order: what comes late is run late. */
    private MigrateResult run(ModuleMigrations source) {
        try {
            return flyway(source).load().migrate();
        } catch (FlywayValidateException perhapsLate) {
            // Whatever else is wrong with the migrations is wrong the second time, too.
            return flyway(source).outOfOrder(true).load().migrate();
        }
    }

    private FluentConfiguration flyway(ModuleMigrations source) {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(PatientSource.of(dataSource))
                .locations("classpath:db/" + source.module())
                .table("flyway_" + source.module())
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }

    /** Returns when the migrations are done. */
    @Lock(LockType.READ)
    public void await() {
        // The container lets nobody in before the constructor has finished; there is nothing else to wait for.
    }
}
