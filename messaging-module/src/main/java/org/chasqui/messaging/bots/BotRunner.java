package org.chasqui.messaging.bots;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.sql.DatabaseTrouble;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.migrations.DatabaseReady;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Bots at work on this node. Whoever has noted something to answer rings after his commit, for the time at which it is due; what a
 * dead node has left behind is found by a sweep.
 */
@ApplicationScoped
class BotRunner {
    private static final Logger LOG = System.getLogger(BotRunner.class.getName());
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration RETURNS = Duration.ofSeconds(10);
    /** Rings for one moment are one ring. */
    private static final long MOMENT_MILLIS = 50;

    private static final int MOST_ATTEMPTS = 6;

    @Inject
    TurnDesk desk;

    @Inject
    HandoverDesk handovers;

    @Inject
    AnswerSources sources;

    @Inject
    BotUsage usage;

    @Inject
    PhoneNumbers numbers;

    @Inject
    @ConfigProperty(name = "chasqui.bots.threads", defaultValue = "8")
    int threads;

    @Inject
    @ConfigProperty(name = "chasqui.bots.questions", defaultValue = "64")
    int questions;

    private final Set<Long> moments = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledThreadPoolExecutor timer;
    private @Nullable ExecutorService workers;
    private @Nullable Semaphore free;
    private @Nullable ExecutorService askers;
    private @Nullable Semaphore unasked;

    void start(@Observes DatabaseReady ready) {
        free = new Semaphore(Math.max(1, threads));
        workers = crowd("chasqui-bot", Math.max(1, threads));
        // Apart from who decides by rules: an AI that is slow keeps nobody else waiting.
        unasked = new Semaphore(Math.max(1, questions));
        askers = crowd("chasqui-bot-asks", Math.max(1, questions));
        var clockwork = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = BackgroundThreads.FACTORY.newThread(work);
            thread.setName("chasqui-bots");
            return thread;
        });
        clockwork.scheduleWithFixedDelay(this::sweep, 0, SWEEP.toMillis(), TimeUnit.MILLISECONDS);
        clockwork.scheduleWithFixedDelay(this::giveBack, RETURNS.toMillis(), RETURNS.toMillis(), TimeUnit.MILLISECONDS);
        timer = clockwork;
    }

    private static ExecutorService crowd(String name, int most) {
        return Executors.newFixedThreadPool(most, work -> {
            var thread = BackgroundThreads.FACTORY.newThread(work);
            thread.setName(name);
            return thread;
        });
    }

    @PreDestroy
    void stop() {
        if (timer != null) {
            timer.shutdownNow();
        }
        // What is under way is taken up again when its claim has ended, here or elsewhere.
        if (workers != null) {
            workers.shutdownNow();
        }
        if (askers != null) {
            askers.shutdownNow();
        }
    }

    /** Something was noted, and is due after a pause. */
    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkNotes.WorkDue due) {
        due.after().forEach(this::pullAfter);
    }

    private void pullAfter(Duration pause) {
        var clockwork = timer;
        if (clockwork == null) {
            return;
        }
        // A moment later than due, so that it is due then.
        long moment = (TimeUnit.NANOSECONDS.toMillis(System.nanoTime()) + pause.toMillis()) / MOMENT_MILLIS + 1;
        if (moments.add(moment)) {
            long wait = moment * MOMENT_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
            clockwork.schedule(
                    () -> {
                        moments.remove(moment);
                        pull();
                    },
                    Math.max(1, wait),
                    TimeUnit.MILLISECONDS);
        }
    }

    /** Throws nothing: a task that throws is not run again. */
    private void sweep() {
        try {
            if (!numbers.bots().isEmpty()) {
                pull();
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "bots: nobody could be looked for: {0}", DatabaseTrouble.named(failed));
        }
    }

    /** Hands out what is due, as far as workers are free; one that becomes free looks for more. */
    private void pull() {
        var places = free;
        if (places == null) {
            return;
        }
        int most = places.drainPermits();
        int taken = 0;
        try {
            if (most > 0) {
                for (var turn : desk.claim(most)) {
                    taken++;
                    hand(turn, places, taken == most);
                }
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "bots: nothing could be taken: {0}", DatabaseTrouble.named(failed));
        } finally {
            places.release(most - taken);
        }
    }

    /** Gives a turn to a worker. */
    private void hand(Turn turn, Semaphore places, boolean mayBeMore) {
        var crowd = workers;
        if (crowd == null) {
            places.release();
            return;
        }
        crowd.execute(() -> {
            try {
                run(turn);
            } finally {
                places.release();
                if (mayBeMore) {
                    pullAfter(Duration.ZERO);
                }
            }
        });
    }

    /** Decides about a turn; one that somebody has to be asked about is handed on. */
    private void run(Turn turn) {
        attempt(turn, () -> desk.decide(turn, null).ifPresent(this::handOn));
    }

    private void handOn(TurnDesk.Pending pending) {
        var crowd = askers;
        var places = unasked;
        if (crowd == null || places == null || !places.tryAcquire()) {
            desk.waitForTurn(pending.turn());
            pullAfter(TurnDesk.FULL);
            return;
        }
        crowd.execute(() -> {
            try {
                attempt(pending.turn(), () -> ask(pending));
            } finally {
                places.release();
            }
        });
    }

    /** Asks outside of any transaction, and decides with the answer. */
    private void ask(TurnDesk.Pending pending) {
        var turn = pending.turn();
        var question = pending.question();
        if (!desk.extend(turn, question.deadline())) {
            throw new LostClaim();
        }
        var answer = sources.ask(question);
        usage.add(question.bot().id(), answer);
        desk.decide(turn, answer);
        // What was written while it was being answered is due after the pause of the bot.
        pullAfter(question.bot().settings().guards().debounce());
    }

    private void attempt(Turn turn, Runnable work) {
        try {
            work.run();
        } catch (LostClaim late) {
            LOG.log(Level.DEBUG, "turn {0} went to somebody else", turn.id());
        } catch (RuntimeException failed) {
            failed(turn, failed);
        }
    }

    private void failed(Turn turn, RuntimeException failed) {
        LOG.log(
                Level.WARNING,
                "turn {0} could not be decided, attempt {1}: {2}",
                turn.id(),
                turn.attempt(),
                DatabaseTrouble.named(failed));
        try {
            if (turn.attempt() >= MOST_ATTEMPTS && !DatabaseTrouble.isPassing(failed)) {
                desk.giveUp(turn);
            } else {
                desk.postpone(turn);
            }
        } catch (RuntimeException again) {
            LOG.log(Level.WARNING, "turn {0} waits for its claim to end: {1}", turn.id(), DatabaseTrouble.named(again));
        }
    }

    private void giveBack() {
        try {
            boolean more = true;
            while (more) {
                more = handovers.giveBackDue();
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "conversations could not be given back: {0}", DatabaseTrouble.named(failed));
        }
    }
}
