package org.chasqui.messaging.dispatch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.MessagesMoved;
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
 * The relay on this node: one pump for each number that it holds the lease of, a crowd of senders, and the way back of
 * the outcomes.
 */
@ApplicationScoped
public class Dispatcher implements PumpContext {
    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private static final Duration PLACE_PATIENCE = Duration.ofMillis(25);

    /** How long a number that was given up is left to other nodes: their sweepers look twice a second. */
    private static final Duration LEFT_TO_OTHERS = Duration.ofSeconds(2);

    @Inject
    DispatchConfig config;

    @Inject
    NodeIdentity node;

    @Inject
    NumberLeases leases;

    @Inject
    Recovery recovery;

    @Inject
    Holds holds;

    @Inject
    Queue queue;

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
    GraphReach reach;

    @Inject
    Clock clock;

    private final Map<UUID, NumberPump> pumps = new ConcurrentHashMap<>();

    /** Outlives the pumps: what a person has borrowed and what Meta has called too fast is not forgotten in a pause. */
    private final Map<UUID, NumberLimits> limitsOf = new ConcurrentHashMap<>();

    /** Numbers that were given up for another node, and until when (nanoseconds) it may take them. */
    private final Map<UUID, Long> givenUp = new ConcurrentHashMap<>();

    private volatile boolean running;
    private volatile boolean stopped;
    private volatile boolean hadSurplus;
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
            running = true;
        }
    }

    private InFlightRing recover() {
        try {
            var opened = new InFlightRing(node.folder().resolve("in-flight"), node.bootId());
            recovery.recoverOwn(opened.isTrusted(), opened.found());
            opened.forgetFound();
            return opened;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The in-flight file in " + node.folder() + " cannot be used.", unreadable);
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        running = false;
        sweeper.stop();
        pumps.values().forEach(NumberPump::stop);
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
        pumps.values().forEach(this::letGo);
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
        if (!running) {
            return true;
        }
        var pump = pumps.get(due.numberId());
        if (pump == null) {
            pump = begin(due.numberId());
        }
        if (pump == null) {
            return false;
        }
        pump.ring(due.lane());
        return true;
    }

    private synchronized @Nullable NumberPump begin(UUID numberId) {
        var known = pumps.get(numberId);
        if (known != null) {
            return known;
        }
        var number = numbers.byId(numberId);
        if (number.isEmpty() || isLeftToOthers(numberId)) {
            return null;
        }
        var lease = leases.acquire(numberId);
        if (lease == null) {
            return null;
        }
        var limits = limitsOf.computeIfAbsent(
                numberId, id -> NumberLimits.of(number.get().messagesPerSecond()));
        limits.bucket().empty();
        var pump = new NumberPump(number.get(), lease, limits, this);
        pumps.put(numberId, pump);
        var thread = BackgroundThreads.FACTORY.newThread(() -> run(pump));
        thread.setName("chasqui-pump-" + number.get().phoneNumberId());
        thread.start();
        return pump;
    }

    private void run(NumberPump pump) {
        try {
            pump.run();
            if (pump.isYielding()) {
                pump.drain();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            if (pump.isYielding()) {
                givenUp.put(pump.numberId(), System.nanoTime() + LEFT_TO_OTHERS.toNanos());
            }
            synchronized (this) {
                pumps.remove(pump.numberId(), pump);
            }
            if (running) {
                letGo(pump);
            }
        }
    }

    private boolean isLeftToOthers(UUID numberId) {
        var until = givenUp.get(numberId);
        if (until == null || System.nanoTime() - until < 0) {
            return until != null;
        }
        givenUp.remove(numberId);
        return false;
    }

    private void letGo(NumberPump pump) {
        try {
            leases.release(pump.lease());
        } catch (RuntimeException failed) {
            LOG.log(Level.DEBUG, "a lease could not be released and will run out", failed);
        }
    }

    void renewLeases() {
        leases.beat(node.bootId());
        var held = List.copyOf(pumps.values());
        var renewed = leases.renew(held.stream().map(NumberPump::lease).toList());
        for (var pump : held) {
            if (renewed.contains(pump.numberId())) {
                pump.trustLease();
            } else {
                pump.stop();
            }
        }
        balance();
    }

    /** Gives up what is more than a fair share, the least busy numbers first. */
    private void balance() {
        var kept = pumps.values().stream().filter(pump -> !pump.isYielding()).toList();
        int surplus = leases.census().surplusOf(kept.size());
        // Only when it was so before: a node that comes or goes has its count wrong for a moment.
        if (surplus > 0 && hadSurplus) {
            kept.stream()
                    .sorted(Comparator.comparingDouble(NumberPump::sentPerSecond))
                    .limit(surplus)
                    .forEach(NumberPump::yieldNumber);
        }
        hadSurplus = surplus > 0;
    }

    /** Messages per second that this node sends for a number, over the last seconds. */
    public double sentPerSecond(UUID numberId) {
        var pump = pumps.get(numberId);
        return pump == null ? 0 : pump.sentPerSecond();
    }

    /** Inbound messages use up the throughput of their number. */
    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesMoved event) {
        for (var move : event.moves()) {
            if (move.direction() == Direction.INBOUND) {
                var limits = limitsOf.get(move.numberId());
                if (limits != null) {
                    limits.bucket().debit(1);
                }
            }
        }
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
        return claims.claim(numberId, lane, epoch, limit);
    }

    @Override
    public void send(NumberPump pump, SenderNumber number, Claim claim) {
        var crowd = senders;
        var slots = ring;
        if (crowd == null || slots == null || crowd.isShutdown()) {
            pump.callEnded(false);
            return;
        }
        try {
            crowd.execute(() -> sendStep.send(pump, number, claim, slots));
        } catch (RejectedExecutionException stopping) {
            // The claim stays; the next start finds that it was never posted.
            pump.callEnded(false);
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
