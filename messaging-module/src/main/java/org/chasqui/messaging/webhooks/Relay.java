package org.chasqui.messaging.webhooks;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.platform.migrations.DatabaseReady;
import org.jspecify.annotations.Nullable;

/** Delivery on this node: one pump for each endpoint that has something due, and a crowd of senders for all of them. */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = System.getLogger(Relay.class.getName());
    private static final Duration SWEEP = Duration.ofMillis(500);
    private static final Duration RELEASE = Duration.ofSeconds(5);
    private static final long STOP_PATIENCE_MILLIS = 5_000;

    @Inject
    DeliveryDesk desk;

    @Inject
    Sending sending;

    @Inject
    WebhookConfig config;

    @Inject
    WebhookDoorbell doorbell;

    private final Map<UUID, Pump> pumps = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Senders senders;
    private @Nullable ScheduledThreadPoolExecutor timer;

    void start(@Observes DatabaseReady ready) {
        senders = new Senders(config.connections());
        desk.begin();
        running = true;
        timer = new ScheduledThreadPoolExecutor(1, BackgroundThreads.FACTORY);
        every(SWEEP, "due deliveries", () -> desk.due().forEach(this::heard));
        every(RELEASE, "expired claims", desk::releaseExpired);
    }

    @PreDestroy
    void stop() {
        running = false;
        if (timer != null) {
            timer.shutdownNow();
        }
        pumps.values().forEach(Pump::stop);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_PATIENCE_MILLIS);
        try {
            while (!pumps.isEmpty() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (senders != null) {
            senders.stop();
        }
    }

    /** After the commit: who delivers here already is woken, for the others some node is rung. */
    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesDue due) {
        var others = new HashSet<UUID>();
        for (var id : due.webhookIds()) {
            var pump = pumps.get(id);
            if (pump == null) {
                others.add(id);
            } else {
                pump.wake();
            }
        }
        if (!others.isEmpty()) {
            doorbell.ring(others);
        }
    }

    /** An endpoint has something due. If another node works for it, that node's sweeper finds it. */
    public void heard(UUID webhookId) {
        var crowd = senders;
        if (!running || crowd == null) {
            return;
        }
        pumps.compute(webhookId, (id, known) -> {
            if (known != null) {
                known.wake();
                return known;
            }
            var pump = new Pump(id, desk, sending, crowd, new Tempo(config.connectionsPerEndpoint()));
            var thread = BackgroundThreads.FACTORY.newThread(() -> run(id, pump));
            thread.setName("chasqui-webhook-" + id);
            thread.start();
            return pump;
        });
    }

    private void run(UUID webhookId, Pump pump) {
        try {
            pump.run();
            desk.release(webhookId);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "endpoint {0} was not given free, its lease will end: {1}", webhookId, failed);
        } finally {
            // What was rung for between the last turn and here is found by the sweeper.
            pumps.remove(webhookId, pump);
        }
    }

    private void every(Duration period, String name, Runnable work) {
        if (timer != null) {
            Runnable guarded = () -> {
                try {
                    work.run();
                } catch (RuntimeException failed) {
                    // The database may be away; the next round tries again.
                    LOG.log(Level.WARNING, "sweep of {0} failed: {1}", name, failed);
                }
            };
            timer.scheduleWithFixedDelay(guarded, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
