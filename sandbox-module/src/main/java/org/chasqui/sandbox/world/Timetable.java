package org.chasqui.sandbox.world;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs small tasks at their time on one thread. Handing in is lock-free; the thread wakes at most every 5 ms, so that
 * what is due in that time runs together. Tasks must not block.
 */
final class Timetable implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Timetable.class.getName());
    private static final long TICK_NANOS = 5_000_000;
    private static final long LONGEST_NAP = 60_000;

    private final Clock clock;
    private final Queue<Entry> arrivals = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Entry> waiting = new PriorityQueue<>();
    private final AtomicLong order = new AtomicLong();
    private final Thread thread;
    private volatile long asleepUntil;
    private volatile boolean closed;

    Timetable(Clock clock) {
        this.clock = clock;
        thread = new Thread(this::run, "chasqui-sandbox-timetable");
        thread.setDaemon(true);
    }

    private record Entry(long due, long order, Runnable task) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(due, other.due);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    void start() {
        thread.start();
    }

    /** Runs the task at this time (milliseconds since the epoch), or at once when it is past. */
    void at(long due, Runnable task) {
        arrivals.add(new Entry(due, order.incrementAndGet(), task));
        if (due < asleepUntil) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            admit();
            long now = clock.millis();
            Entry next = waiting.peek();
            while (next != null && next.due <= now && !closed) {
                waiting.poll();
                runQuietly(next.task);
                next = waiting.peek();
            }
            nap(next == null ? now + LONGEST_NAP : next.due);
        }
    }

    private void nap(long until) {
        asleepUntil = until;
        if (arrivals.isEmpty()) {
            long nanos = Math.max(TICK_NANOS, (until - clock.millis()) * 1_000_000);
            LockSupport.parkNanos(this, Math.min(nanos, LONGEST_NAP * 1_000_000));
        } else {
            LockSupport.parkNanos(this, TICK_NANOS);
        }
        asleepUntil = 0;
    }

    private void admit() {
        for (Entry entry = arrivals.poll(); entry != null; entry = arrivals.poll()) {
            waiting.add(entry);
        }
    }

    private static void runQuietly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A sandbox task failed; the others go on", e);
        }
    }
}
