package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** The pumps of this node: one for each number that has something to send and whose lease it holds, on a thread of its own. */
@ApplicationScoped
class Pumps {
    private static final Logger LOG = System.getLogger(Pumps.class.getName());
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    /** How long a number that was given up is left to other nodes: their sweepers look twice a second. */
    private static final Duration LEFT_TO_OTHERS = Duration.ofSeconds(2);

    /** How long a lease that another node has is not asked for again: every ring would cost a transaction otherwise. */
    private static final Duration HELD_ELSEWHERE = Duration.ofSeconds(1);

    @Inject
    PhoneNumbers numbers;

    @Inject
    NumberLeases leases;

    @Inject
    NodeIdentity node;

    private final Map<UUID, Running> pumps = new ConcurrentHashMap<>();

    /** Outlives the pumps: what a person has borrowed and what Meta has called too fast is not forgotten in a pause. */
    private final Map<UUID, NumberLimits> limitsOf = new ConcurrentHashMap<>();

    /** Numbers that are left to other nodes, and until when (nanoseconds). */
    private final Map<UUID, Long> leftUntil = new ConcurrentHashMap<>();

    private volatile @Nullable PumpContext context;
    private volatile boolean hadSurplus;

    private record Running(NumberPump pump, Thread thread) {}

    /** From now on numbers are sent for. */
    void open(PumpContext world) {
        context = world;
    }

    /**
     * Someone rang for a lane. Starts the pump of its number when the lease can be had.
     *
     * @return false when another node sends for this number
     */
    boolean ring(Queue.Due due) {
        var world = context;
        if (world == null) {
            return true;
        }
        var running = pumps.get(due.numberId());
        var pump = running == null ? begin(due.numberId(), world) : running.pump();
        if (pump == null) {
            return false;
        }
        pump.ring(due.lane());
        return true;
    }

    /** Rings for all that is due; what other nodes send for is left to them without asking for each. */
    void ringAll(List<Queue.Due> dues) {
        boolean allHere = dues.stream().allMatch(due -> pumps.containsKey(due.numberId()));
        var elsewhere = allHere ? Set.<UUID>of() : leases.heldElsewhere();
        for (var due : dues) {
            if (!elsewhere.contains(due.numberId())) {
                ring(due);
            }
        }
    }

    private synchronized @Nullable NumberPump begin(UUID numberId, PumpContext world) {
        var known = pumps.get(numberId);
        if (known != null) {
            return known.pump();
        }
        var number = numbers.byId(numberId);
        if (context == null || number.isEmpty() || isLeftToOthers(numberId)) {
            return null;
        }
        var lease = leases.acquire(numberId);
        if (lease == null) {
            leave(numberId, HELD_ELSEWHERE);
            return null;
        }
        var limits = limitsOf.computeIfAbsent(
                numberId, id -> NumberLimits.of(number.get().messagesPerSecond()));
        limits.bucket().empty();
        var pump = new NumberPump(number.get(), lease, limits, world);
        var thread = BackgroundThreads.FACTORY.newThread(() -> run(pump));
        thread.setName("chasqui-pump-" + number.get().phoneNumberId());
        pumps.put(numberId, new Running(pump, thread));
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
                leave(pump.numberId(), LEFT_TO_OTHERS);
            }
            synchronized (this) {
                pumps.computeIfPresent(pump.numberId(), (id, running) -> running.pump() == pump ? null : running);
            }
            // When the node stops, its calls are under way still: the leases are released after them.
            if (context != null) {
                letGo(pump);
            }
        }
    }

    private void leave(UUID numberId, Duration howLong) {
        leftUntil.put(numberId, System.nanoTime() + howLong.toNanos());
    }

    private boolean isLeftToOthers(UUID numberId) {
        var until = leftUntil.get(numberId);
        if (until == null || System.nanoTime() - until < 0) {
            return until != null;
        }
        leftUntil.remove(numberId);
        return false;
    }

    private void letGo(NumberPump pump) {
        try {
            leases.release(pump.lease());
        } catch (RuntimeException failed) {
            LOG.log(Level.DEBUG, "a lease could not be released and will run out", failed);
        }
    }

    /** Begins no pump any more, and waits until those that run claim nothing any more; answers them. */
    List<NumberPump> stop() {
        List<Running> held;
        synchronized (this) {
            context = null;
            held = List.copyOf(pumps.values());
        }
        held.forEach(running -> running.pump().stop());
        long end = System.nanoTime() + STOP_PATIENCE.toNanos();
        try {
            for (var running : held) {
                running.thread().join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return held.stream().map(Running::pump).toList();
    }

    /** Releases the leases of pumps that have ended, so that other nodes need not wait for their end. */
    void release(Collection<NumberPump> ended) {
        ended.forEach(this::letGo);
    }

    void renewLeases() {
        leases.beat(node.bootId());
        var held = pumps.values().stream().map(Running::pump).toList();
        var renewed = leases.renew(held.stream().map(NumberPump::lease).toList());
        for (var pump : held) {
            if (renewed.contains(pump.numberId())) {
                pump.trustLease();
            } else {
                pump.stop();
            }
        }
        balance(held);
    }

    /** Gives up what is more than a fair share, the least busy numbers first. */
    private void balance(List<NumberPump> held) {
        var kept = held.stream().filter(pump -> !pump.isYielding()).toList();
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
    double sentPerSecond(UUID numberId) {
        var running = pumps.get(numberId);
        return running == null ? 0 : running.pump().sentPerSecond();
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
}
