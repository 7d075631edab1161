package org.chasqui.messaging.webhooks;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
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
    private static final int AHEAD = 32;
    private static final long SLOW_MILLIS = 1_000;
    private static final long PATIENCE_MILLIS = 1_000;
    private static final long AFTER_FAILURE_MILLIS = 1_000;
    private static final long PACE_MILLIS = 5;
    private static final long CROWDED_MILLIS = 50;
    /** A claim is begun only while it holds for another whole call. */
    private static final long FRESH_NANOS = DeliveryDesk.CLAIM.minusSeconds(35).toNanos();

    private final UUID webhookId;
    private final DeliveryDesk desk;
    private final Sending sending;
    private final Executor senders;
    private final Semaphore retryPlaces;

    private final FairTurns turns = new FairTurns();
    private final ConcurrentLinkedDeque<Claim> ready = new ConcurrentLinkedDeque<>();
    private final LinkedBlockingQueue<Settlement> ended = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedDeque<Claim> unbegun = new ConcurrentLinkedDeque<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Endpoint endpoint;
    private volatile boolean stopping;
    private volatile boolean isCrowded;
    private boolean isSlow;
    private int places = 1;

    /**
     * A pump.
     *
     * @param retryPlaces of this node: retries may take so many of the senders at most
     */
    Pump(UUID webhookId, DeliveryDesk desk, Sending sending, Executor senders, Semaphore retryPlaces) {
        this.webhookId = webhookId;
        this.desk = desk;
        this.sending = sending;
        this.senders = senders;
        this.retryPlaces = retryPlaces;
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
                boolean tookSome = turn(unwritten);
                boolean isBusy = tookSome || busy.get() > 0 || !ended.isEmpty() || !unbegun.isEmpty();
                hasWork = bell.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) || isBusy;
                pace();
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

    /**
     * While the senders have enough to do, some outcomes share a turn; when retries find no place, they wait a little;
     * and who rests has time.
     */
    private void pace() throws InterruptedException {
        if (places == 0) {
            // Nothing may be sent, however often the bell rings.
            TimeUnit.MILLISECONDS.sleep(PATIENCE_MILLIS);
        } else if (isCrowded) {
            isCrowded = false;
            TimeUnit.MILLISECONDS.sleep(CROWDED_MILLIS);
        } else if (ready.size() > AHEAD / 4) {
            TimeUnit.MILLISECONDS.sleep(PACE_MILLIS);
        }
    }

    /** One turn; answers whether it took anything. */
    private boolean turn(List<Settlement> unwritten) {
        ended.drainTo(unwritten);
        setStaleAside();
        var back = drain(unbegun);
        int held = busy.get() + ready.size();
        int wanted = Math.max(0, isSlow ? places - held : AHEAD - ready.size());
        DeliveryDesk.Turn turn;
        try {
            turn = desk.turn(webhookId, List.copyOf(unwritten), back, held, wanted, turns);
        } catch (RuntimeException failed) {
            unbegun.addAll(back);
            throw failed;
        }
        unwritten.forEach(one -> isSlow = one.durationMillis() > SLOW_MILLIS);
        unwritten.clear();
        if (turn.endpoint() != null) {
            endpoint = turn.endpoint();
        }
        ready.addAll(turn.claims());
        if (turn.places() == 0) {
            unbegun.addAll(drain(ready));
        }
        places = turn.places();
        begin();
        return !turn.claims().isEmpty();
    }

    private void begin() {
        while (!ready.isEmpty() && busy.get() < places) {
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
     * Sends one, and queues for the next behind the other endpoints: one with much to send must not keep a sender. What
     * ends is written by the pump meanwhile.
     */
    private void send() {
        boolean goesOn = false;
        try {
            var to = endpoint;
            var claim = ready.poll();
            if (claim != null && to != null) {
                send(to, claim);
                goesOn = !ready.isEmpty() && !stopping;
            }
        } finally {
            next(goesOn);
        }
    }

    private void send(Endpoint to, Claim claim) {
        boolean isRetry = claim.attempt() > 1;
        if (isStale(claim) || stopping) {
            unbegun.add(claim);
        } else if (isRetry && !retryPlaces.tryAcquire()) {
            isCrowded = true;
            unbegun.add(claim);
        } else {
            try {
                ended.add(sending.post(to, claim));
                wake();
            } finally {
                if (isRetry) {
                    retryPlaces.release();
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
            for (int i = 0; i < 20 && busy.get() > 0; i++) {
                var one = ended.poll(100, TimeUnit.MILLISECONDS);
                if (one != null) {
                    unwritten.add(one);
                }
            }
            ended.drainTo(unwritten);
            desk.turn(webhookId, List.copyOf(unwritten), drain(unbegun), 0, 0, turns);
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
