package org.chasqui.platform.nodes;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.migrations.DatabaseReady;
import org.jspecify.annotations.Nullable;

/**
 * This process, as the others on the database see it. Its id is new at each start, so what a process claims under it is
 * free once the process has died, also when the same node has started again. The database's clock counts.
 */
@ApplicationScoped
public class LivingProcess {
    /** How long a process is taken for alive after its last sign of life. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = System.getLogger(LivingProcess.class.getName());

    private static final String SIGN = """
            insert into plt_process (id, started_at, alive_until) values (?, now(), now() + ? * interval '1 second')
            on conflict (id) do update set alive_until = excluded.alive_until
            """;
    private static final String LEAVE = "delete from plt_process where id = ?";
    private static final String TIDY = "delete from plt_process where alive_until < now() - ? * interval '1 second'";

    @Inject
    DataSource dataSource;

    @Inject
    Ids ids;

    private @Nullable UUID id;
    private @Nullable ScheduledExecutorService pulse;

    /** For the container. */
    public LivingProcess() {}

    /** A process without a pulse of its own: it is alive while {@link #beat} is called. */
    public LivingProcess(DataSource dataSource, Ids ids) {
        this.dataSource = dataSource;
        this.ids = ids;
    }

    void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) DatabaseReady ready) {
        beat();
        run(TIDY, statement -> statement.setLong(1, KEPT.toSeconds()));
        pulse = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "chasqui-pulse");
            thread.setDaemon(true);
            return thread;
        });
        pulse.scheduleWithFixedDelay(this::tryToBeat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What was claimed is free at once when the process ends in order. */
    @PreDestroy
    void leave() {
        if (pulse == null) {
            return;
        }
        pulse.shutdown();
        try {
            pulse.awaitTermination(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            run(LEAVE, statement -> statement.setObject(1, id()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreachable) {
            LOG.log(Level.DEBUG, "the end of this process is noticed when its lease runs out", unreachable);
        }
    }

    /** SQL that is true where the process has died whose id a column holds; false where the column is null. */
    public static String isGone(String column) {
        return "(%1$s is not null and not exists (select from plt_process where id = %1$s and alive_until > now()))"
                .formatted(column);
    }

    /** The id of this process, new at each start. */
    public synchronized UUID id() {
        if (id == null) {
            id = ids.next();
        }
        return id;
    }

    /** Gives a sign of life. */
    public void beat() {
        run(SIGN, statement -> {
            statement.setObject(1, id());
            statement.setLong(2, LEASE.toSeconds());
        });
    }

    private void tryToBeat() {
        try {
            beat();
        } catch (RuntimeException | Error unreachable) {
            // What is thrown from here would end the pulse.
            LOG.log(Level.DEBUG, "no sign of life could be given", unreachable);
        }
    }

    private void run(String sql, Binding binding) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("A sign of life could not be written", failed);
        }
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }
}
