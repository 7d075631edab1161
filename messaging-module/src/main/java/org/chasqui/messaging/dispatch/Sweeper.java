package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.messages.BacklogGuard;
import org.chasqui.messaging.messages.ledger.Backlogs;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.messaging.sql.DatabaseTrouble;
import org.jspecify.annotations.Nullable;

/** Makes good for everything that may be lost: rings again for rows that wait, keeps leases, settles what nodes left. */
@ApplicationScoped
class Sweeper {
    private static final Logger LOG = System.getLogger(Sweeper.class.getName());
    private static final Duration RING = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration UNCERTAIN = Duration.ofSeconds(1);
    private static final Duration COUNT = Duration.ofSeconds(2);
    private static final int COUNT_SHARE = 10;
    private static final Duration LOST = Duration.ofSeconds(3);
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    @Inject
    DueReader due;

    @Inject
    Recovery recovery;

    @Inject
    Pumps pumps;

    @Inject
    LostClaims lostClaims;

    @Inject
    Holds holds;

    @Inject
    BacklogGuard backlog;

    @Inject
    DispatchConfig config;

    private @Nullable ScheduledThreadPoolExecutor timer;

    /** Of its own: a lease that is not renewed in time stops a number, whatever else is slow. */
    private @Nullable ScheduledThreadPoolExecutor leaseTimer;

    private volatile long countAgainAt = System.nanoTime();

    void start(Dispatcher dispatcher) {
        timer = new ScheduledThreadPoolExecutor(2, BackgroundThreads.FACTORY);
        every(RING, "ring", () -> {
            dispatcher.openWhenGraphIs();
            pumps.ringAll(due.due());
        });
        leaseTimer = new ScheduledThreadPoolExecutor(1, BackgroundThreads.FACTORY);
        every(leaseTimer, LEASE, "leases", pumps::renewLeases);
        every(UNCERTAIN, "uncertain", () -> recovery.resendUncertainCodes(config.resendAuthenticationAfter()));
        every(COUNT, "backlog", this::count);
        every(COUNT, "holds", holds::refresh);
        every(LOST, "lost nodes", recovery::recoverLostNodes);
        every(LOST, "lost claims", lostClaims::putBack);
        every(FORGOTTEN, "forgotten", recovery::giveUpForgotten);
    }

    /** Counting reads the whole queue: a long one is counted less often, so that it never takes a tenth of the time. */
    private void count() {
        long began = System.nanoTime();
        if (began - countAgainAt >= 0) {
            backlog.update(due.backlog());
            long now = System.nanoTime();
            countAgainAt = now + COUNT_SHARE * (now - began);
        }
    }

    void stop() {
        if (timer != null) {
            timer.shutdownNow();
        }
        if (leaseTimer != null) {
            leaseTimer.shutdownNow();
        }
    }

    private void every(Duration period, String name, Runnable work) {
        if (timer != null) {
            every(timer, period, name, work);
        }
    }

    private static void every(ScheduledThreadPoolExecutor timer, Duration period, String name, Runnable work) {
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (RuntimeException | Error failed) {
                // The database may be away; the next round tries again. What is thrown from here would end all rounds.
                LOG.log(Level.WARNING, "sweep of {0} failed: {1}", name, DatabaseTrouble.named(failed));
            }
        };
        timer.scheduleWithFixedDelay(guarded, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The transactions of the sweeper. */
    @ApplicationScoped
    static class DueReader {
        @Inject
        Queue queue;

        @Inject
        Backlogs backlogs;

        @Inject
        Clock clock;

        @Transactional
        public List<Queue.Due> due() {
            return queue.due(clock.instant());
        }

        @Transactional
        public List<Backlogs.Backlog> backlog() {
            return backlogs.count();
        }
    }
}
