package org.chasqui.analytics.rollups;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums by sheet and key. What adds up to nothing is not there. */
final class Tally {
    private final Map<Sheet, SortedMap<Key, long[]>> sums = new EnumMap<>(Sheet.class);

    /** Adds to the only counter of a sheet. */
    void add(Sheet sheet, Key key, long count) {
        add(sheet, key, new long[] {count});
    }

    /** Adds to the counters of a sheet, in the order of its columns. */
    void add(Sheet sheet, Key key, long[] counts) {
        sums(sheet).merge(key, counts, Tally::sum);
    }

    /** The sums of a sheet in the order of their keys. */
    SortedMap<Key, long[]> of(Sheet sheet) {
        var known = sums(sheet);
        known.values().removeIf(Tally::isNothing);
        return known;
    }

    private SortedMap<Key, long[]> sums(Sheet sheet) {
        return sums.computeIfAbsent(sheet, key -> new TreeMap<>());
    }

    private static long[] sum(long[] one, long[] other) {
        var both = one.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += other[i];
        }
        return both;
    }

    static boolean isNothing(long[] counts) {
        for (long count : counts) {
            if (count != 0) {
                return false;
            }
        }
        return true;
    }
}
