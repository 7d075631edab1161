package org.chasqui.sandbox.world;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts the accepted POSTs per {@code biz_opaque_callback_data} straight from the journal, so that it costs no memory
 * while nobody asks and holds after a kill what it held before. A million lines need about 24 MB while it writes.
 */
public final class Ledger {

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final Source journal;

    /** Where records come from. */
    interface Source {
        void replay(Consumer<JournalRecord> reader) throws IOException;
    }

    Ledger(Source journal) {
        this.journal = journal;
    }

    /** How many lines to write. */
    public enum Detail {
        ALL,
        DUPLICATES,
        TOTALS
    }

    /**
     * Writes NDJSON: a line {@code {"opaque":…,"posts":n}} for each value, and at the end the totals
     * {@code {"total_posts":…,"distinct":…,"duplicated":…,"without_opaque":…}}.
     *
     * @param wanted which business numbers (ids) to count
     */
    public void write(OutputStream out, Predicate<String> wanted, Detail detail) throws IOException {
        Tally tally = new Tally();
        long[] totals = new long[2];
        journal.replay(record -> count(record, wanted, tally, totals));
        if (detail != Detail.TOTALS) {
            journal.replay(record -> line(record, wanted, tally, detail, out));
        }
        String end = "{\"total_posts\":" + totals[0] + ",\"distinct\":" + tally.size() + ",\"duplicated\":"
                + tally.repeated() + ",\"without_opaque\":" + totals[1] + "}\n";
        out.write(end.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void count(JournalRecord record, Predicate<String> wanted, Tally tally, long[] totals) {
        String number = numberOf(record);
        if (number == null || !wanted.test(number)) {
            return;
        }
        totals[0]++;
        String opaque = opaqueOf(record);
        if (opaque == null) {
            totals[1]++;
        } else {
            tally.add(hash(opaque));
        }
    }

    private static void line(
            JournalRecord record, Predicate<String> wanted, Tally tally, Detail detail, OutputStream out) {
        String number = numberOf(record);
        String opaque = opaqueOf(record);
        if (number == null || opaque == null || !wanted.test(number)) {
            return;
        }
        int posts = tally.take(hash(opaque));
        if (posts > (detail == Detail.DUPLICATES ? 1 : 0)) {
            StringBuilder text = new StringBuilder(80).append("{\"opaque\":");
            Json.quote(text, opaque);
            text.append(",\"posts\":").append(posts).append("}\n");
            try {
                out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static @Nullable String numberOf(JournalRecord record) {
        if (record instanceof JournalRecord.Accepted accepted) {
            return accepted.number();
        }
        return record instanceof JournalRecord.Posted posted ? posted.number() : null;
    }

    private static @Nullable String opaqueOf(JournalRecord record) {
        if (record instanceof JournalRecord.Accepted accepted) {
            return accepted.facts().opaque();
        }
        return record instanceof JournalRecord.Posted posted ? posted.opaque() : null;
    }

    static long hash(String text) {
        long hash = SEED;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }

    /** Counts by 64-bit hash in open addressing: two of a million distinct texts meet with a chance of 1 in 36 million. */
    static final class Tally {

        private long[] keys = new long[1 << 12];
        private int[] counts = new int[1 << 12];
        private int size;
        private int repeated;

        int size() {
            return size;
        }

        int repeated() {
            return repeated;
        }

        void add(long key) {
            if (size * 2 > keys.length) {
                grow();
            }
            int at = find(key);
            if (keys[at] == 0) {
                keys[at] = key;
                size++;
            }
            if (++counts[at] == 2) {
                repeated++;
            }
        }

        /** The count of a key, the first time that it is asked; 0 afterwards. */
        int take(long key) {
            int at = find(key);
            int count = counts[at];
            counts[at] = 0;
            return count;
        }

        private int find(long key) {
            int mask = keys.length - 1;
            int at = (int) (key ^ (key >>> 20)) & mask;
            while (keys[at] != 0 && keys[at] != key) {
                at = (at + 1) & mask;
            }
            return at;
        }

        private void grow() {
            long[] oldKeys = keys;
            int[] oldCounts = counts;
            keys = new long[oldKeys.length * 2];
            counts = new int[oldKeys.length * 2];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    int at = find(oldKeys[i]);
                    keys[at] = oldKeys[i];
                    counts[at] = oldCounts[i];
                }
            }
        }
    }
}
