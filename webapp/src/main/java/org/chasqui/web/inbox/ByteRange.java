package org.chasqui.web.inbox;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a file, as players ask for it when somebody moves to another place (RFC 9110, 14.2).
 *
 * @param first index of its first byte, counted from 0
 * @param last index of its last byte
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    /**
     * Reads the header {@code Range}. Empty when the whole file shall be answered: there is no header, it asks for several
     * pieces, or for what the file does not have.
     *
     * @param size bytes of the file
     */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        var asked = ONE.matcher(header == null ? "" : header);
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return Optional.empty();
        }
        boolean fromEnd = asked.group(1).isEmpty();
        long end = asked.group(2).isEmpty() ? size - 1 : Long.parseLong(asked.group(2));
        var range = fromEnd
                ? new ByteRange(Math.max(0, size - end), size - 1)
                : new ByteRange(Long.parseLong(asked.group(1)), Math.min(end, size - 1));
        return range.first <= range.last ? Optional.of(range) : Optional.empty();
    }

    long length() {
        return last - first + 1;
    }

    /** The value of {@code Content-Range}. */
    String of(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
