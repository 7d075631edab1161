package org.chasqui.api.waabot.broadcasts;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.sql.DatabaseTrouble;
import org.chasqui.platform.migrations.DatabaseReady;
import org.jspecify.annotations.Nullable;

/** Keeps broadcasts going: each that is open has a turn every second, on whichever node is first at it. */
@ApplicationScoped
class Conveyor {
    private static final Logger LOG = System.getLogger(Conveyor.class.getName());
    private static final int BEAT = 1_000;

    @Inject
    HandOver handOver;

    private @Nullable ScheduledExecutorService thread;

    void start(@Observes DatabaseReady ready) {
        var clock = Executors.newSingleThreadScheduledExecutor(BackgroundThreads.FACTORY);
        clock.scheduleWithFixedDelay(this::beat, BEAT, BEAT, TimeUnit.MILLISECONDS);
        thread = clock;
    }

    @PreDestroy
    void stop() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    private void beat() {
        try {
            handOver.open().forEach(this::turnOf);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "broadcasts could not be looked at: {0}", DatabaseTrouble.named(failed));
        }
    }

    private void turnOf(UUID id) {
        try {
            handOver.step(id);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "broadcast {0} had no turn, trying again: {1}", id, DatabaseTrouble.named(failed));
        }
    }
}
