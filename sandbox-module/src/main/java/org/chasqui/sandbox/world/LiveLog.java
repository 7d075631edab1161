package org.chasqui.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The last events, for people who watch; readers come back with the cursor of the last one that they saw. */
public final class LiveLog {

    private static final int KEPT = 4096;
    private final AtomicReferenceArray<@Nullable Entry> ring = new AtomicReferenceArray<>(KEPT);
    private volatile long newest;

    /** What an event is about. */
    public enum Kind {
        MESSAGE,
        STATUS,
        INBOUND,
        WEBHOOK,
        REFUSAL,
        SCENARIO,
        ACCOUNT
    }

    /**
     * One event.
     *
     * @param at milliseconds since the epoch
     * @param number id of the business number, empty when it concerns none
     * @param person WhatsApp id of the user, or empty
     * @param millis how long it took, -1 when that has no meaning
     */
    public record Entry(
            long seq, long at, Kind kind, String number, String person, String title, String detail, int millis) {}

    /** One after another: a cursor never passes an event that is still being written. */
    synchronized void add(long at, Kind kind, String number, String person, String title, String detail, int millis) {
        long seq = newest + 1;
        ring.set((int) (seq % KEPT), new Entry(seq, at, kind, number, person, title, detail, millis));
        newest = seq;
    }

    /** The cursor of the newest event, 0 when there is none. */
    public long cursor() {
        return newest;
    }

    /**
     * Events after one cursor and up to another, oldest first, at most {@code limit} of the newest; what was overwritten
     * is left out. A cursor from before a restart may lie ahead of this log: then its reader gets what there is.
     */
    public List<Entry> between(long after, long upTo, int limit) {
        long from = after > upTo ? 0 : after;
        List<Entry> entries = new ArrayList<>();
        for (long seq = Math.max(from + 1, upTo - Math.min(limit, KEPT) + 1); seq <= upTo; seq++) {
            Entry entry = seq < 1 ? null : ring.get((int) (seq % KEPT));
            if (entry != null && entry.seq() == seq) {
                entries.add(entry);
            }
        }
        return entries;
    }

    void clear() {
        for (int i = 0; i < KEPT; i++) {
            ring.set(i, null);
        }
    }
}
