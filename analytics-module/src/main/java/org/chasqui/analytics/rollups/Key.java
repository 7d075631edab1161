package org.chasqui.analytics.rollups;

import java.util.List;

/**
 * What one row of a sheet is told apart by, in the order of its columns. Sorted by these, so that two writers take rows in
 * the same order and cannot wait for each other.
 */
record Key(List<Comparable<?>> parts) implements Comparable<Key> {
    static Key of(Comparable<?>... parts) {
        return new Key(List.of(parts));
    }

    @Override
    public int compareTo(Key other) {
        for (int i = 0; i < parts.size(); i++) {
            int order = compare(parts.get(i), other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Keys of one sheet have the same classes in the same places. */
    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> one, Comparable<?> other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
