package org.chasqui.sandbox.world;

import java.util.concurrent.atomic.AtomicLongArray;

/** Durations in buckets that grow by about 6 %, so that percentiles cost no memory per event. Microseconds. */
final class LatencyHistogram {

    private static final int PER_OCTAVE = 16;
    private final AtomicLongArray buckets = new AtomicLongArray(40 * PER_OCTAVE);

    void record(long micros) {
        buckets.incrementAndGet(bucketOf(Math.max(1, micros)));
    }

    long count() {
        long sum = 0;
        for (int i = 0; i < buckets.length(); i++) {
            sum += buckets.get(i);
        }
        return sum;
    }

    /** The duration that this share (0 to 1) of events did not exceed; 0 without events. */
    long percentile(double share) {
        long total = count();
        if (total == 0) {
            return 0;
        }
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int i = 0; i < buckets.length(); i++) {
            seen += buckets.get(i);
            if (seen >= rank) {
                return upperBoundOf(i);
            }
        }
        return upperBoundOf(buckets.length() - 1);
    }

    void clear() {
        for (int i = 0; i < buckets.length(); i++) {
            buckets.set(i, 0);
        }
    }

    private int bucketOf(long micros) {
        int octave = 63 - Long.numberOfLeadingZeros(micros);
        long within = octave < 4 ? (micros << (4 - octave)) - 16 : (micros >> (octave - 4)) - 16;
        return Math.min(buckets.length() - 1, octave * PER_OCTAVE + (int) within);
    }

    private static long upperBoundOf(int bucket) {
        int octave = bucket / PER_OCTAVE;
        long within = 16 + bucket % PER_OCTAVE + 1;
        return octave < 4 ? within >> (4 - octave) : within << (octave - 4);
    }
}
