package org.chasqui.messaging.webhooks;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Delivers to one endpoint as long as there is something to deliver. It takes more than it can send at once, so that
 * callers need not wait for the database, and gives back what has waited here for too long or may not be sent any more.
 */
final class Pump implements Runnable {
    private static final Logger LOG = System.getLogger(Pump.class.getName());
    private static final long PATIENCE_MILLIS = 1_000;
    private static final long AFTER_FAILURE_MILLIS = 1_000;

    /** From the beginning of a turn to that of the next one: what happens meanwhile shares that one. */
    private static final long GAP_MILLIS = 10;
    /** While there is enough to send. */
    private static final long CALM_GAP_MILLIS = 25;
    /** When retries find no sender. */
    private static final long CROWDED_GAP_MILLIS = 50;
    /** While nothing may be sent, however often the bell rings; sooner when the rest ends sooner. */
    private static final long RESTING_GAP_MILLIS = 1_000;

    private static final long LAST_CALLS_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** A claim is begun only while it holds for another whole call. */
    private static final long FRESH_NANOS = DeliveryDesk.CLAIM.minusSeconds(35).toNanos();

    private final UUID webhookId;
    private final DeliveryDesk desk;
    private final Sending sending;
    private final Senders senders;
    private final Tempo tempo;

    private final FairTurns turns = new FairTurns();
    private final ConcurrentLinkedDeque<Claim> ready = new ConcurrentLinkedDeque<>();
    private final LinkedBlockingQueue<Settlement> ended = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedDeque<Claim> unbegun = new ConcurrentLinkedDeque<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Endpoint endpoint;
    private volatile boolean stopping;
    private volatile boolean isCrowded;
    private volatile int places = 1;
    private boolean isMoreWaiting;
    private long restMillis;

    Pump(UUID webhookId, DeliveryDesk desk, Sending sending, Senders senders, Tempo tempo) {
        this.webhookId = webhookId;
        this.desk = desk;
        this.sending = sending;
        this.senders = senders;
        this.tempo = tempo;
    }

    /** Something is due. */
    void wake() {
        bell.release();
    }

    void stop() {
        stopping = true;
        wake();
    }

    @Override
    public void run() {
        var unwritten = new ArrayList<Settlement>();
        boolean hasWork = true;
        while (hasWork && !stopping) {
            try {
                long begin = System.nanoTime();
                boolean tookSome = turn(unwritten);
                boolean isBusy = tookSome || busy.get() > 0 || !ended.isEmpty() || !unbegun.isEmpty();
                boolean restsShortly = places == 0 && restMillis < PATIENCE_MILLIS;
                long patience = restsShortly ? restMillis : PATIENCE_MILLIS;
                hasWork = bell.tryAcquire(patience, TimeUnit.MILLISECONDS) || isBusy || restsShortly;
                pace(begin);
                bell.drainPermits();
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "a turn of endpoint {0} failed, trying again: {1}", webhookId, failed);
                pause();
            }
        }
        if (stopping) {
            giveUp(unwritten);
        }
    }

    /** A turn costs a commit, whatever it writes: those that come close together are one. */
    private void pace(long begin) throws InterruptedException {
        long gap = places == 0
                ? Math.min(RESTING_GAP_MILLIS, restMillis)
                : isCrowded ? CROWDED_GAP_MILLIS : ready.size() > tempo.ahead() / 2 ? CALM_GAP_MILLIS : GAP_MILLIS;
        isCrowded = false;
        long left = begin + TimeUnit.MILLISECONDS.toNanos(gap) - System.nanoTime();
        if (left > 0 && !stopping) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    /** One turn; answers whether it took anything. */
    private boolean turn(List<Settlement> unwritten) {
        var news = new ArrayList<Settlement>();
        ended.drainTo(news);
        tempo.took(news, isMoreWaiting);
        unwritten.addAll(news);
        setStaleAside();
        var back = drain(unbegun);
        DeliveryDesk.Turn turn;
        try {
            turn = desk.turn(webhookId, new DeliveryDesk.Report(List.copyOf(unwritten), back), wish(), turns);
        } catch (RuntimeException failed) {
            unbegun.addAll(back);
            throw failed;
        }
        unwritten.clear();
        if (turn.endpoint() != null) {
            endpoint = turn.endpoint();
        }
        ready.addAll(turn.claims());
        if (turn.places() == 0) {
            unbegun.addAll(drain(ready));
        }
        restMillis = turn.rest().toMillis();
        places = turn.places();
        begin();
        return !turn.claims().isEmpty();
    }

    private DeliveryDesk.Wish wish() {
        int waiting = ready.size();
        int held = busy.get() + waiting;
        int wanted = Math.max(tempo.ahead() - waiting, tempo.calls() - held);
        return new DeliveryDesk.Wish(held, tempo.calls(), Math.max(0, wanted));
    }

    /** Begins as many calls as there is work and place for. */
    private void begin() {
        int free = places - busy.get();
        int waiting = ready.size();
        isMoreWaiting = waiting > free;
        for (int i = Math.min(free, waiting); i > 0; i--) {
            busy.incrementAndGet();
            try {
                senders.execute(this::send);
            } catch (RejectedExecutionException stopped) {
                busy.decrementAndGet();
                return;
            }
        }
    }

    /**
     * Sends one after the other. As soon as somebody waits for a sender, this one queues behind them: an endpoint with much
     * to send must not keep it. What ends is written by the pump meanwhile.
     */
    private void send() {
        boolean goesOn = true;
        try {
            do {
                goesOn = sendNext();
            } while (goesOn && !senders.areWanted());
        } finally {
            next(goesOn);
        }
    }

    /** Sends one, if there is one; answers whether there is more that this sender may do. */
    private boolean sendNext() {
        var to = endpoint;
        if (to == null) {
            return false;
        }
        var claim = ready.poll();
        if (claim == null) {
            return false;
        }
        send(to, claim);
        return !ready.isEmpty() && !stopping && busy.get() <= places;
    }

    private void send(Endpoint to, Claim claim) {
        boolean isRetry = claim.attempt() > 1;
        if (isStale(claim) || stopping) {
            unbegun.add(claim);
        } else if (isRetry && !senders.tryRetry()) {
            isCrowded = true;
            unbegun.add(claim);
        } else {
            try {
                ended.add(sending.post(to, claim));
                wake();
            } finally {
                if (isRetry) {
                    senders.endRetry();
                }
            }
        }
    }

    private void next(boolean goesOn) {
        if (goesOn) {
            try {
                senders.execute(this::send);
                return;
            } catch (RejectedExecutionException stopped) {
                // The node stops: what is left goes back.
            }
        }
        busy.decrementAndGet();
        wake();
    }

    /** What has waited here for too long goes back while its claim holds, so that it costs no attempt. */
    private void setStaleAside() {
        for (var first = ready.peek(); first != null && isStale(first); first = ready.peek()) {
            if (ready.remove(first)) {
                unbegun.add(first);
            }
        }
    }

    private static boolean isStale(Claim claim) {
        return System.nanoTime() - claim.claimedNanos() > FRESH_NANOS;
    }

    /** At the end: what has ended is written, what was not begun goes back. */
    private void giveUp(List<Settlement> unwritten) {
        try {
            unbegun.addAll(drain(ready));
            long end = System.nanoTime() + LAST_CALLS_NANOS;
            while (busy.get() > 0 && System.nanoTime() < end) {
                var one = ended.poll(20, TimeUnit.MILLISECONDS);
                if (one != null) {
                    unwritten.add(one);
                }
            }
            ended.drainTo(unwritten);
            var last = new DeliveryDesk.Report(List.copyOf(unwritten), drain(unbegun));
            desk.turn(webhookId, last, DeliveryDesk.Wish.NOTHING, turns);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            // Their claims expire, and they go again: twice rather than never.
            LOG.log(Level.WARNING, "the last outcomes of endpoint {0} were not written: {1}", webhookId, failed);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(AFTER_FAILURE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Claim> drain(ConcurrentLinkedDeque<Claim> claims) {
        var drained = new ArrayList<Claim>();
        for (var claim = claims.poll(); claim != null; claim = claims.poll()) {
            drained.add(claim);
        }
        return drained;
    }
}
