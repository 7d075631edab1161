package org.chasqui.analytics.rollups;

import java.util.TreeMap;

/** Times by their buckets. A percentile is exact to the bucket: never off by more than a quarter of itself. */
public final class Histogram {
    private final TreeMap<Integer, Long> buckets = new TreeMap<>();
    private long messages;

    void add(int bucket, long count) {
        buckets.merge(bucket, count, Long::sum);
        messages += count;
    }

    /** Both together. */
    public Histogram plus(Histogram other) {
        var both = new Histogram();
        buckets.forEach(both::add);
        other.buckets.forEach(both::add);
        return both;
    }

    /** How many times there are. */
    public long messages() {
        return messages;
    }

    /**
     * The time that so many of a hundred did not exceed: the end of the bucket that holds it, so that it is never too low.
     *
     * @param percent 1 to 100
     * @return milliseconds; 0 when there is no time at all
     */
    public long percentile(int percent) {
        // Rounded up: the third of three is the 99th percentile, and not the second.
        long rank = (messages * percent + 99) / 100;
        long seen = 0;
        for (var bucket : buckets.entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return LatencyBuckets.end(bucket.getKey()) - 1;
            }
        }
        return 0;
    }
}
