package org.chasqui.sandbox.world;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.chasqui.sandbox.meta.Signature;

/**
 * The way to one callback address: updates that are ready, and as many connections as they need. When the address does
 * not answer at all, the line is down: everything waits, one update probes with growing pauses, and the first success
 * lets all others go. An update that is answered with anything but 200 is tried again by itself.
 */
final class CallbackLine {

    private static final int MAX_SENDERS = 48;
    private static final int READY_PER_SENDER = 8;
    private static final int REFUSALS_IN_A_ROW = 5;

    private final URI uri;
    private final Exchange exchange;
    private final Executor executor;
    private final Deque<Update> ready = new ArrayDeque<>();
    private final Deque<Update> parked = new ArrayDeque<>();
    private final Deque<Sender> idle = new ArrayDeque<>();
    private int active;
    private boolean down;
    private boolean probing;
    private int failures;
    private int refusals;

    /** What the line reports to, and asks. */
    interface Exchange {
        String appSecret();

        void acknowledged(List<Update> updates, long micros);

        /** @param answer HTTP status, or 0 when there was none */
        void failed(List<Update> updates, int answer, String reason);

        /** Not acknowledged with 200: to be dispatched again later. */
        void retryLater(Update update);

        /** Calls {@link CallbackLine#probe} after the pause of this many failures. */
        void probeLater(CallbackLine line, int failures);
    }

    CallbackLine(URI uri, Exchange exchange, Executor executor) {
        this.uri = uri;
        this.exchange = exchange;
        this.executor = executor;
    }

    URI uri() {
        return uri;
    }

    synchronized void offer(Update update) {
        (down ? parked : ready).add(update);
        startSenders();
    }

    /** Tries whether the address answers again, with one update. */
    synchronized void probe() {
        if (!down) {
            return;
        }
        Update update = parked.poll();
        if (update == null) {
            down = false;
            return;
        }
        probing = true;
        ready.add(update);
        start();
    }

    /** Takes everything that waits, to be dispatched anew. */
    synchronized List<Update> drain() {
        List<Update> all = new ArrayList<>(ready);
        all.addAll(parked);
        ready.clear();
        parked.clear();
        return all;
    }

    synchronized int waiting() {
        return ready.size() + parked.size();
    }

    synchronized boolean isDown() {
        return down;
    }

    private void startSenders() {
        while (!down && active < MAX_SENDERS && ready.size() > active * READY_PER_SENDER) {
            start();
        }
    }

    private void start() {
        active++;
        Sender sender = idle.isEmpty() ? new Sender() : idle.pop();
        try {
            executor.execute(sender);
        } catch (RejectedExecutionException e) {
            // The sandbox is being closed: what is not acknowledged stands in the journal.
            active--;
        }
    }

    private synchronized List<Update> next(Sender sender) {
        Update first = ready.poll();
        if (first == null) {
            active--;
            idle.push(sender);
            return List.of();
        }
        Waba waba = first.waba();
        int most = waba.webhookBatch();
        if (most == 1) {
            return List.of(first);
        }
        List<Update> batch = new ArrayList<>();
        batch.add(first);
        while (batch.size() < most && !ready.isEmpty() && ready.element().waba() == waba) {
            batch.add(ready.remove());
        }
        return batch;
    }

    private synchronized void answered() {
        refusals = 0;
        if (down) {
            down = false;
            probing = false;
            ready.addAll(parked);
            parked.clear();
            startSenders();
        }
    }

    /** Takes note of a failure; true when the line is down and keeps the updates to itself. */
    private synchronized boolean unanswered(List<Update> updates, boolean refused) {
        if (refused && !down && ++refusals < REFUSALS_IN_A_ROW) {
            return false;
        }
        updates.forEach(update -> parked.addFirst(update.triedAgain()));
        if (!down) {
            down = true;
            failures = 1;
            parked.addAll(ready);
            ready.clear();
            exchange.probeLater(this, failures);
        } else if (probing) {
            probing = false;
            failures++;
            exchange.probeLater(this, failures);
        }
        return true;
    }

    /** One connection with its signer. */
    private final class Sender implements Runnable {

        private final CallbackConnection connection = new CallbackConnection(uri);
        private final Signature signature = new Signature(exchange.appSecret());

        @Override
        public void run() {
            for (List<Update> batch = next(this); !batch.isEmpty(); batch = next(this)) {
                deliver(batch);
            }
        }

        private void deliver(List<Update> batch) {
            byte[] body = WebhookBody.of(batch);
            long began = System.nanoTime();
            try {
                int status = connection.post(body, signature.of(body));
                if (status == 200) {
                    exchange.acknowledged(batch, (System.nanoTime() - began) / 1000);
                    answered();
                    return;
                }
                exchange.failed(batch, status, "answered " + status);
                if (!unanswered(batch, true)) {
                    batch.forEach(update -> exchange.retryLater(update.triedAgain()));
                }
            } catch (IOException | RuntimeException e) {
                connection.close();
                String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                exchange.failed(batch, 0, reason);
                unanswered(batch, false);
            }
        }
    }
}
