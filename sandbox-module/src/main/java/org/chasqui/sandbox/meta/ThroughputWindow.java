package org.chasqui.sandbox.meta;

/**
 * Counts events in every sliding window of one second. An event at time t shares a window with those later than
 * t - 1000 ms, so no second, wherever it starts, holds more than the limit. Meta publishes the limits (80, 1,000 and 20
 * messages per second and number) but not how it counts; this is the strictest reading. Times are milliseconds.
 */
public final class ThroughputWindow {

    private static final long WINDOW = 1000;
    private long[] times = new long[128];
    private int head;
    private int size;
    private int peak;

    /** Takes one event if the second before {@code now} has room for it; a refused one is not counted. */
    public synchronized boolean tryAdd(long now, int limit) {
        forget(now);
        if (size >= limit) {
            return false;
        }
        append(now);
        return true;
    }

    /** Counts an event that cannot be refused. */
    public synchronized void add(long now) {
        forget(now);
        append(now);
    }

    /** The most events that any one second has held. */
    public synchronized int peak() {
        return peak;
    }

    /** Forgets all. */
    public synchronized void clear() {
        size = 0;
        peak = 0;
    }

    private void forget(long now) {
        while (size > 0 && times[head] <= now - WINDOW) {
            head = (head + 1) % times.length;
            size--;
        }
    }

    private void append(long now) {
        if (size == times.length) {
            long[] wider = new long[times.length * 2];
            for (int i = 0; i < size; i++) {
                wider[i] = times[(head + i) % times.length];
            }
            times = wider;
            head = 0;
        }
        times[(head + size) % times.length] = now;
        size++;
        peak = Math.max(peak, size);
    }
}
