package org.chasqui.platform.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chasqui.platform.leases.Leases;
import org.chasqui.platform.testing.TestDatabase;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The module "late" has three migrations, each of which makes a table. */
class MigrationsTest {
    private static final ModuleMigrations LATE = () -> "late";

    private final TestDatabase database = new TestDatabase();
    private final Migrations migrations = new Migrations();

    @BeforeEach
    void migrate() {
        migrations.dataSource = database.dataSource();
        migrations.leases = new Leases(database.dataSource());
        migrations.migrate(LATE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aMigrationThatLandsAfterALaterOneIsRunAllTheSame() throws Exception {
        run("delete from flyway_late where version = '2'");
        run("drop table late_two");

        migrations.migrate(LATE);

        assertThat(run("select * from late_two")).isTrue();
    }

    @Test
    void aMigrationThatWasChangedAfterItsReleaseIsRefused() throws Exception {
        run("update flyway_late set checksum = 1 where version = '3'");

        assertThatThrownBy(() -> migrations.migrate(LATE)).isInstanceOf(FlywayValidateException.class);
    }

    @Test
    void nodesThatStartTogetherMigrateOneAfterAnother() throws Exception {
        run("drop table flyway_late, late_one, late_two, late_three");
        var isAlone = new AtomicBoolean();
        var first = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var other = CompletableFuture.runAsync(() -> migrations.migrateInTurn(List.of(() -> {
            first.countDown();
            await(go);
            isAlone.set(true);
            return "late";
        })));
        await(first);

        var second = CompletableFuture.runAsync(() -> migrations.migrateInTurn(List.of(() -> {
            assertThat(isAlone).as("the first is done").isTrue();
            return "late";
        })));
        go.countDown();

        other.join();
        second.join();
        assertThat(run("select * from late_three")).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private boolean run(String sql) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
