package org.chasqui.analytics.rollups;

/**
 * Buckets of milliseconds, four to each doubling: a bucket is never more than a quarter wider than its beginning, and no
 * floating point decides which one a time falls into.
 */
final class LatencyBuckets {
    private static final int SUBS = 4;
    private static final int SUB_BITS = 2;

    /** Longer times than about a year are all the same. */
    private static final long LONGEST = 1L << 35;

    private LatencyBuckets() {}

    /** The bucket of a time; negative times count as none. */
    static int of(long millis) {
        long capped = Math.max(0, Math.min(millis, LONGEST));
        if (capped < SUBS) {
            return (int) capped;
        }
        int doubling = Long.SIZE - 1 - Long.numberOfLeadingZeros(capped);
        int sub = (int) (capped >> (doubling - SUB_BITS)) - SUBS;
        return (doubling - SUB_BITS + 1) * SUBS + sub;
    }

    /** The first time of a bucket. */
    static long beginning(int bucket) {
        if (bucket < SUBS) {
            return bucket;
        }
        int shift = bucket / SUBS - 1;
        return (long) (SUBS + bucket % SUBS) << shift;
    }

    /** The first time behind a bucket. */
    static long end(int bucket) {
        return beginning(bucket + 1);
    }
}
