package org.chasqui.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * One PostgreSQL for all tests of the JVM, and in it a database for whoever asks: the copy of one on which the real
 * migrations have run once.
 */
public final class Databases {
    /** Most tests are done with their databases long before: only the last ones keep their connections. */
    private static final int MOST_AWAKE = 16;

    private static final Map<List<String>, String> TEMPLATES = new HashMap<>();
    private static final Deque<KeptConnections> AWAKE = new ArrayDeque<>();
    private static EmbeddedPostgres server;
    private static int made;

    private Databases() {}

    /**
     * A database of one's own, with the tables of modules.
     *
     * @param modules whose migrations are in {@code db/<module>}, in the order in which they run
     */
    public static synchronized DataSource with(String... modules) {
        var template = TEMPLATES.computeIfAbsent(List.of(modules), Databases::template);
        var own = new KeptConnections(url(create(" template " + template)));
        AWAKE.addLast(own);
        if (AWAKE.size() > MOST_AWAKE) {
            AWAKE.removeFirst().letGo();
        }
        return own;
    }

    private static String template(List<String> modules) {
        var name = create("");
        for (var module : modules) {
            Flyway.configure()
                    .dataSource(server().getDatabase("postgres", name))
                    .locations("classpath:db/" + module)
                    .table("history_" + module)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
        return name;
    }

    private static String create(String how) {
        var name = "test" + ++made;
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + how);
            return name;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String url(String name) {
        return server().getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres server() {
        if (server == null) {
            try {
                // The default of ten seconds is short for a busy machine.
                server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return server;
    }
}
