package org.chasqui.messaging.dispatch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.MessagesQueued;
import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.graph.GraphReach;
import org.chasqui.platform.migrations.DatabaseReady;
import org.jspecify.annotations.Nullable;

/**
 * The relay on this node: its start and its end, the crowd of senders that the pumps share, and the way back of the
 * outcomes.
 */
@ApplicationScoped
public class Dispatcher implements PumpContext {
    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private static final Duration PLACE_PATIENCE = Duration.ofMillis(25);

    @Inject
    DispatchConfig config;

    @Inject
    NodeIdentity node;

    @Inject
    NumberLeases leases;

    @Inject
    Pumps pumps;

    @Inject
    Recovery recovery;

    @Inject
    Holds holds;

    @Inject
    PhoneNumbers numbers;

    @Inject
    SendStep sendStep;

    @Inject
    Settler settler;

    @Inject
    Sweeper sweeper;

    @Inject
    Doorbell doorbell;

    @Inject
    ClaimDesk claims;

    @Inject
    Hand hand;

    @Inject
    GraphReach reach;

    @Inject
    Clock clock;

    private volatile boolean running;
    private volatile boolean stopped;
    /** Calls that this node may have under way; fair, so that every pump gets its turn. */
    private @Nullable Semaphore places;

    private @Nullable ThreadPoolExecutor senders;
    private @Nullable InFlightRing ring;

    void start(@Observes DatabaseReady ready) {
        // Made now, because on a background thread the container would not give their beans what they need.
        numbers.all();
        leases.beat(node.bootId());
        holds.refresh();
        ring = recover();
        places = new Semaphore(config.connections(), true);
        senders = new ThreadPoolExecutor(
                config.connections(),
                config.connections(),
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                BackgroundThreads.FACTORY);
        senders.allowCoreThreadTimeOut(true);
        settler.start();
        sweeper.start(this);
    }

    /** Asked by the sweeper until it is so: no message goes out before somebody is there to take it. */
    void openWhenGraphIs() {
        if (!running && !stopped && reach.isOpen()) {
            open();
        }
    }

    private synchronized void open() {
        if (!stopped) {
            running = true;
            pumps.open(this);
        }
    }

    private synchronized void close() {
        stopped = true;
        running = false;
    }

    private InFlightRing recover() {
        try {
            var opened = new InFlightRing(node.folder().resolve("in-flight"), node.name(), node.bootId());
            recovery.recoverOwn(opened.isTrusted(), opened.found());
            opened.forgetFound();
            return opened;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The in-flight file in " + node.folder() + " cannot be used.", unreadable);
        }
    }

    @PreDestroy
    void stop() {
        close();
        sweeper.stop();
        // In this order: nothing is claimed any more, what is claimed is sent or put back, and that is written.
        var ended = pumps.stop();
        if (senders != null) {
            senders.shutdown();
            try {
                if (!senders.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.log(Level.WARNING, "calls to Meta were still under way at the end; their outcome is uncertain");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        settler.stop();
        pumps.release(ended);
        if (ring != null) {
            ring.close();
        }
    }

    void queued(@Observes MessagesQueued event) {
        doorbell.ring(event.lanes());
    }

    /**
     * Someone rang for a lane. Starts the pump of its number when the lease can be had.
     *
     * @return false when another node sends for this number
     */
    public boolean ring(Queue.Due due) {
        return pumps.ring(due);
    }

    /** Messages per second that this node sends for a number, over the last seconds. */
    public double sentPerSecond(UUID numberId) {
        return pumps.sentPerSecond(numberId);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public int slotsPerNumber() {
        return config.connectionsPerNumber();
    }

    @Override
    public int reserve(int most) throws InterruptedException {
        var free = Objects.requireNonNull(places, "not started");
        int taken = free.tryAcquire(PLACE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS) ? 1 : 0;
        while (taken > 0 && taken < most && free.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    @Override
    public void release(int released) {
        Objects.requireNonNull(places, "not started").release(released);
    }

    @Override
    public Optional<SenderNumber> number(UUID numberId) {
        return numbers.byId(numberId);
    }

    @Override
    public long nanosOfHold(UUID numberId) {
        var hold = holds.of(numberId);
        return hold == null
                ? 0
                : Math.max(0, Duration.between(now(), hold.until()).toNanos());
    }

    @Override
    public boolean isOnProbation(UUID numberId) {
        return holds.of(numberId) != null;
    }

    @Override
    public boolean isObstructed(UUID numberId) {
        return numbers.obstacle(numberId).isPresent();
    }

    @Override
    public List<Claim> claim(UUID numberId, Lane lane, long epoch, int limit) {
        return hand.take(() -> claims.claim(numberId, lane, epoch, limit));
    }

    @Override
    public void send(NumberPump pump, SenderNumber number, Claim claim) {
        var crowd = senders;
        var slots = ring;
        if (crowd == null || slots == null) {
            throw new IllegalStateException("not started");
        }
        try {
            crowd.execute(() -> sendStep.send(pump, number, claim, slots));
        } catch (RejectedExecutionException stopping) {
            pump.callEnded(false);
            postpone(claim, Duration.ZERO);
        }
    }

    @Override
    public void postpone(Claim claim, Duration wait) {
        settler.settle(Settled.withoutCall(claim, new Verdict.Postpone(wait)));
    }

    @Override
    public void expire(Claim claim) {
        settler.settle(Settled.withoutCall(claim, new Verdict.Expire()));
    }

    @Override
    public void respectOptOut(Claim claim) {
        settler.settle(Settled.withoutCall(claim, new Verdict.Fail(Fact.Problem.OPTED_OUT)));
    }

    /** The transactions of the pumps. */
    @ApplicationScoped
    static class ClaimDesk {
        @Inject
        Queue queue;

        @Inject
        NodeIdentity node;

        @Inject
        Clock clock;

        @Transactional
        public List<Claim> claim(UUID numberId, Lane lane, long epoch, int limit) {
            return queue.claim(numberId, lane, clock.instant(), node.name(), epoch, limit);
        }
    }
}
