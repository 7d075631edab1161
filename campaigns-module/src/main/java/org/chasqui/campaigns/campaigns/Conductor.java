package org.chasqui.campaigns.campaigns;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.sql.DatabaseTrouble;
import org.chasqui.platform.accounts.NumberChanged;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.migrations.DatabaseReady;
import org.chasqui.templates.templates.TemplateChanged;
import org.jspecify.annotations.Nullable;

/**
 * Keeps campaigns going: looks at each that is alive twice a second, on every node, and gives it a turn under its lock.
 * Nothing is kept in memory that a restart would miss.
 */
@ApplicationScoped
class Conductor {
    private static final Logger LOG = System.getLogger(Conductor.class.getName());
    /** Milliseconds. */
    private static final int BEAT = 500;

    private static final Duration STARTING = Duration.ofSeconds(30);

    /** One for the beat, the others for turns: a campaign of many recipients does not keep another one waiting. */
    private static final int THREADS = 4;

    /** Batches in one turn, before other campaigns have theirs. */
    private static final int BATCHES = 8;

    @Inject
    CampaignReader reader;

    @Inject
    Expansion expansion;

    @Inject
    Steering steering;

    @Inject
    Batches batches;

    @Inject
    Lookout lookout;

    @Inject
    Clock clock;

    int beat = BEAT;

    private final Set<UUID> underway = ConcurrentHashMap.newKeySet();

    /** Somebody has decided something about a campaign while it had its turn: it has another one right behind. */
    private final Set<UUID> again = ConcurrentHashMap.newKeySet();

    private volatile long startedAt;
    private @Nullable ScheduledThreadPoolExecutor threads;

    /**
     * Last of all who wait for the database: turns ask other modules, which must have begun. After a crash campaigns are alive in
     * the very first moment.
     */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) DatabaseReady ready) {
        var pool = new ScheduledThreadPoolExecutor(THREADS, BackgroundThreads.FACTORY);
        pool.scheduleWithFixedDelay(() -> look(id -> false), beat, beat, TimeUnit.MILLISECONDS);
        startedAt = System.nanoTime();
        threads = pool;
    }

    /**
     * Payara gives entity managers to background threads only when the web module has started, a moment after the database is
     * ready: a turn before that comes to nothing, and the next one makes up for it. What lasts longer is trouble.
     */
    private Level trouble() {
        return System.nanoTime() - startedAt < STARTING.toNanos() ? Level.DEBUG : Level.WARNING;
    }

    @PreDestroy
    void stop() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    /** What Meta has changed is looked at at once, and not with the next beat. */
    void templateChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) TemplateChanged event) {
        wake();
    }

    void numberChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) NumberChanged event) {
        wake();
    }

    /** Somebody has decided something. */
    void wake() {
        lookSoon(id -> true);
    }

    private void lookSoon(Predicate<UUID> decided) {
        var pool = threads;
        if (pool != null && !pool.isShutdown()) {
            pool.execute(() -> look(decided));
        }
    }

    /** @param decided of which campaigns somebody has decided something, which a turn that is underway may not have seen */
    private void look(Predicate<UUID> decided) {
        var pool = threads;
        if (pool == null) {
            return;
        }
        try {
            for (var campaign : reader.live()) {
                if (underway.add(campaign.id())) {
                    pool.execute(() -> turnOf(campaign));
                } else if (decided.test(campaign.id())) {
                    lookAgain(campaign.id());
                }
            }
        } catch (RuntimeException failed) {
            LOG.log(trouble(), "campaigns could not be looked at: {0}", DatabaseTrouble.named(failed));
        }
    }

    private void lookAgain(UUID id) {
        again.add(id);
        if (!underway.contains(id) && again.remove(id)) {
            // Its turn has ended meanwhile, and nobody else looks whether there is to be another one.
            lookSoon(id::equals);
        }
    }

    private void turnOf(Campaign campaign) {
        try {
            turn(campaign);
        } catch (RuntimeException failed) {
            LOG.log(
                    trouble(),
                    "campaign {0} had no turn, trying again: {1}",
                    campaign.id(),
                    DatabaseTrouble.named(failed));
        } finally {
            underway.remove(campaign.id());
            if (again.remove(campaign.id())) {
                // At this one alone: campaigns whose turns overlap would give each other turns without end.
                lookSoon(campaign.id()::equals);
            }
        }
    }

    /** One turn of a campaign. */
    void turn(Campaign campaign) {
        switch (campaign.stored()) {
            case SCHEDULED -> begin(campaign);
            case RUNNING -> goOn(campaign);
            case PAUSED -> {
                followUp(campaign);
                if (campaign.tally().of(RecipientState.QUEUED) > 0) {
                    steering.holdAgain(campaign.id());
                }
            }
            case CANCELLED -> {
                for (int i = 0; i < BATCHES && steering.sweep(campaign.id()); i++) {
                    LOG.log(Level.DEBUG, "campaign {0} is being cancelled", campaign.id());
                }
            }
            case DRAFT, FINISHED -> {}
        }
    }

    private void begin(Campaign campaign) {
        var at = campaign.scheduledAt();
        var now = clock.instant();
        if (at == null || now.isBefore(at)) {
            return;
        }
        if (now.isAfter(at.plus(Steering.LATEST_START))) {
            steering.pause(
                    campaign.id(),
                    PauseReason.MISSED_SCHEDULE,
                    "It was to begin at " + at + ", when the gateway was not running. Resume it to begin now.");
            return;
        }
        try {
            steering.launch(campaign.id(), lookout.look(campaign), null);
        } catch (RequestFailed refused) {
            steering.pause(campaign.id(), PauseReason.LAUNCH_FAILED, String.valueOf(refused.getMessage()));
        }
    }

    private void goOn(Campaign campaign) {
        var readiness = lookout.look(campaign);
        var trouble = readiness.toGoOn(campaign).orElse(null);
        if (trouble != null) {
            steering.pause(campaign.id(), trouble.reason(), trouble.detail());
            return;
        }
        followUp(campaign);
        for (int i = 0; i < BATCHES && expansion.step(campaign.id(), readiness) > 0; i++) {
            LOG.log(Level.DEBUG, "campaign {0} has handed a batch over", campaign.id());
        }
        steering.judge(campaign.id());
    }

    /** What was decided about it and is not done to its end. */
    private void followUp(Campaign campaign) {
        for (int i = 0; i < BATCHES && batches.next(campaign.id()); i++) {
            LOG.log(Level.DEBUG, "campaign {0} has had a batch of what was decided", campaign.id());
        }
    }
}
