package org.chasqui.api.waabot.ids;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An id of ours as 24 hexadecimal digits, which is what Waabot's clients know ({@code 61c08cdf2ff357329471bbb1}, MongoDB's
 * ObjectId). As there, the first eight digits are the second in which the thing was made. The other sixteen hold the
 * millisecond, the counter and 42 of the 62 random bits of the UUID (version 7): so an id leads back to the few UUIDs that
 * begin so, of which only one was ever made, and no table has to remember what stands for what.
 */
public final class ObjectId {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{24}");
    private static final int SECOND_DIGITS = 8;
    private static final int HEX = 16;
    private static final int MILLIS = 1_000;
    private static final int MILLI_SHIFT = 54;
    private static final int COUNTER_SHIFT = 42;
    private static final long COUNTER = 0xFFF;
    private static final long RANDOM = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long KEPT_RANDOM = (1L << COUNTER_SHIFT) - 1;
    private static final int LEFT_OUT = 20;
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private ObjectId() {}

    /** The 24 digits of one of our ids. */
    public static String of(UUID id) {
        long millis = id.getMostSignificantBits() >>> 16;
        long counter = id.getMostSignificantBits() & COUNTER;
        long random = (id.getLeastSignificantBits() & RANDOM) >>> LEFT_OUT;
        long rest = (millis % MILLIS) << MILLI_SHIFT | counter << COUNTER_SHIFT | random;
        return String.format(Locale.ROOT, "%08x%016x", millis / MILLIS, rest);
    }

    /** The ids of ours that it may stand for; empty when it cannot be one that we have given. */
    public static Optional<Range> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(text.substring(0, SECOND_DIGITS), HEX);
        long rest = Long.parseUnsignedLong(text.substring(SECOND_DIGITS), HEX);
        long milli = rest >>> MILLI_SHIFT;
        if (milli >= MILLIS) {
            return Optional.empty();
        }
        long high = (seconds * MILLIS + milli) << 16 | VERSION | (rest >>> COUNTER_SHIFT) & COUNTER;
        long low = VARIANT | ((rest & KEPT_RANDOM) << LEFT_OUT);
        return Optional.of(new Range(new UUID(high, low), new UUID(high, low | (1L << LEFT_OUT) - 1)));
    }

    /**
     * Ids that begin alike.
     *
     * @param first the lowest of them
     * @param last the highest of them
     */
    public record Range(UUID first, UUID last) {
        /** Whether an id is one of them. */
        public boolean holds(UUID id) {
            return id.getMostSignificantBits() == first.getMostSignificantBits()
                    && Long.compareUnsigned(id.getLeastSignificantBits(), first.getLeastSignificantBits()) >= 0
                    && Long.compareUnsigned(id.getLeastSignificantBits(), last.getLeastSignificantBits()) <= 0;
        }

        /** The lowest id behind them: a list that is read downwards from here begins with what is looked for. */
        public UUID behind() {
            return new UUID(last.getMostSignificantBits(), last.getLeastSignificantBits() + 1);
        }
    }
}
