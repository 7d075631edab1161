package org.chasqui.messaging.batching;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Collects items and works on all that are there at once. There is no waiting for a batch to fill: while one batch is
 * being committed, the next gathers, so that a lone item is not delayed and a crowd shares one commit.
 *
 * <p>When a batch fails, its items are tried one by one, so that one bad item cannot fail the others; unless the
 * failure is one that would befall each of them too (the database is away).
 *
 * @param <I> item
 * @param <O> what becomes of an item
 */
public final class Batcher<I, O> {
    private static final Logger LOG = System.getLogger(Batcher.class.getName());
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final BlockingQueue<Entry<I, O>> waiting;
    private final int largest;
    private final Function<List<I>, List<O>> work;
    private final Predicate<RuntimeException> splitting;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    /**
     * @param name names the threads
     * @param capacity how many items may wait; one more is refused
     * @param largest items in one batch at most
     * @param work does a batch and answers for each item, in the same order; runs on one of the threads
     * @param splitting whether a failed batch is worth trying item by item
     */
    public Batcher(
            String name,
            int capacity,
            int largest,
            Function<List<I>, List<O>> work,
            Predicate<RuntimeException> splitting) {
        this.name = name;
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.largest = largest;
        this.work = work;
        this.splitting = splitting;
    }

    /** Starts the given number of workers. */
    public void start(ThreadFactory factory, int workers) {
        for (int i = 0; i < workers; i++) {
            var thread = factory.newThread(this::loop);
            thread.setName("chasqui-" + name + "-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /**
     * Hands an item over.
     *
     * @return completes when its batch is done; fails with {@link Full} at once when too many wait
     */
    public CompletableFuture<O> submit(I item) {
        var entry = new Entry<I, O>(item, new CompletableFuture<>());
        if (stopping || !waiting.offer(entry)) {
            entry.outcome.completeExceptionally(new Full(name));
        }
        return entry.outcome;
    }

    /** Takes no more items, does those that wait, and ends the workers. */
    public void stop() {
        stopping = true;
        long deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
        for (var thread : threads) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            thread.interrupt();
        }
    }

    private void loop() {
        var batch = new ArrayList<Entry<I, O>>(largest);
        while (!stopping || !waiting.isEmpty()) {
            try {
                var first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, largest - 1);
                    run(batch);
                }
            } catch (InterruptedException interrupted) {
                return;
            } finally {
                batch.clear();
            }
        }
    }

    private void run(List<Entry<I, O>> batch) {
        try {
            complete(batch);
        } catch (RuntimeException failed) {
            if (batch.size() > 1 && splitting.test(failed)) {
                LOG.log(
                        Level.WARNING,
                        "{0}: a batch of {1} failed, trying one by one: {2}",
                        name,
                        batch.size(),
                        failed);
                batch.forEach(entry -> run(List.of(entry)));
            } else {
                batch.forEach(entry -> entry.outcome.completeExceptionally(failed));
            }
        } catch (Error failed) {
            // Whoever waits is told, and the worker lives: nobody would miss it until everything stands still.
            LOG.log(Level.ERROR, name + ": a batch failed", failed);
            batch.forEach(entry -> entry.outcome.completeExceptionally(failed));
        }
    }

    private void complete(List<Entry<I, O>> batch) {
        var outcomes = work.apply(batch.stream().map(Entry::item).toList());
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).outcome.complete(outcomes.get(i));
        }
    }

    private record Entry<I, O>(I item, CompletableFuture<O> outcome) {}

    /** Too many items wait, or the product is stopping. */
    public static final class Full extends RuntimeException {
        Full(String name) {
            super("too much work waits: " + name);
        }
    }
}
