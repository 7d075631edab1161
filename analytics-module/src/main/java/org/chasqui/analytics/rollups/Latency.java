package org.chasqui.analytics.rollups;

import java.util.Comparator;

/**
 * How long a step took for the messages of a category.
 *
 * @param category marketing, utility, authentication or service
 */
public record Latency(LatencyStep step, String category, Histogram times) {
    record Key(LatencyStep step, String category) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::step).thenComparing(Key::category);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
