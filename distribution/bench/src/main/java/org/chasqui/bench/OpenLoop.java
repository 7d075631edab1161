package org.chasqui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * Arrivals at a constant rate, whatever the answers do: arrival n is due at n / rate, and its latency counts from then,
 * not from when somebody got round to it. A server that stalls for a second is seen by everyone who came in that second
 * (no coordinated omission).
 */
final class OpenLoop {
    private static final long LONGEST_MICROS = 600_000_000;

    private final double perSecond;
    private final long total;
    private final int callers;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final Histogram latency = new AtomicHistogram(LONGEST_MICROS, 3);
    private final Histogram lateness = new AtomicHistogram(LONGEST_MICROS, 3);

    /** What an arrival does. */
    interface Arrival {
        /** Returns when the answer is there. */
        void come(long index);
    }

    /**
     * What was measured.
     *
     * @param latency from the time at which each arrival was due to its answer, microseconds
     * @param lateness from that time to the beginning of its call: large when all callers were busy
     * @param seconds from the first arrival to the last answer
     */
    record Measured(Histogram latency, Histogram lateness, double seconds) {}

    /**
     * Arrivals for some time.
     *
     * @param callers the most at a time; more wait, and their wait is part of their latency
     */
    OpenLoop(double perSecond, double seconds, int callers) {
        this.perSecond = perSecond;
        this.total = Math.round(perSecond * seconds);
        this.callers = (int) Math.min(callers, total);
    }

    /** How many have been answered so far. */
    long answered() {
        return answered.get();
    }

    /** How many there are. */
    long total() {
        return total;
    }

    /** Lets all come and returns when the last is answered. */
    Measured run(Arrival arrival) {
        long begin = System.nanoTime() + 20_000_000;
        List<Caller> crowd = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            var caller = new Caller(arrival, begin);
            caller.setName("caller-" + i);
            caller.setDaemon(true);
            crowd.add(caller);
        }
        crowd.forEach(Thread::start);
        long end = begin;
        for (var caller : crowd) {
            join(caller);
            end = Math.max(end, caller.end);
        }
        return new Measured(latency, lateness, (end - begin) / 1e9);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted", interrupted);
        }
    }

    private final class Caller extends Thread {
        private final Arrival arrival;
        private final long begin;
        private long end;

        private Caller(Arrival arrival, long begin) {
            this.arrival = arrival;
            this.begin = begin;
        }

        @Override
        public void run() {
            for (long index = next.getAndIncrement(); index < total; index = next.getAndIncrement()) {
                long due = begin + (long) (index * 1e9 / perSecond);
                Pause.until(due);
                record(lateness, System.nanoTime() - due);
                arrival.come(index);
                end = System.nanoTime();
                record(latency, end - due);
                answered.incrementAndGet();
            }
        }

        private static void record(Histogram histogram, long nanos) {
            histogram.recordValue(Math.min(LONGEST_MICROS, Math.max(0, nanos / 1_000)));
        }
    }
}
