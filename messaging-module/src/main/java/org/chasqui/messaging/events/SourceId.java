package org.chasqui.messaging.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id of an event that follows from the fact that it tells of, so that the same fact told twice is one event. It is a
 * UUIDv7 with the time and counter of the thing that it is about, for inserts to land at the end of the index, and with
 * a hash in place of the random bits.
 */
final class SourceId {
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private SourceId() {}

    /**
     * The id for one fact about one thing.
     *
     * @param source id of the thing, a UUIDv7
     * @param fact what happened to it; happens once
     */
    static UUID of(UUID source, String fact) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(source.getMostSignificantBits())
                    .putLong(source.getLeastSignificantBits())
                    .flip());
            digest.update(fact.getBytes(StandardCharsets.UTF_8));
            long low = ByteBuffer.wrap(digest.digest()).getLong() & VARIANT_MASK | VARIANT;
            return new UUID(source.getMostSignificantBits(), low);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
