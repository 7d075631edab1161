package org.chasqui.api.graph.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a file of ours as clients of Meta expect one: digits. They are our id as a number, and lead back to it; Meta's own
 * have less than half as many.
 */
public final class MediaNumber {
    private static final Pattern FORM = Pattern.compile("[1-9]\\d{34,38}");
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");
    private static final int HALF = Long.SIZE;
    private static final int WHOLE = 2 * Long.SIZE;

    private MediaNumber() {}

    /** The digits of an id. */
    public static String of(UUID id) {
        var high = unsigned(id.getMostSignificantBits()).shiftLeft(HALF);
        return high.or(unsigned(id.getLeastSignificantBits())).toString();
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    /** The id that digits stand for; empty when they are none of ours. */
    public static Optional<UUID> read(String digits) {
        if (!FORM.matcher(digits).matches()) {
            return Optional.empty();
        }
        var number = new BigInteger(digits);
        return number.bitLength() > WHOLE
                ? Optional.empty()
                : Optional.of(new UUID(number.shiftRight(HALF).longValue(), number.longValue()));
    }

    /** Puts our ids where a message names files by their digits, wherever in it they stand. */
    public static void resolve(String name, JsonNode node) {
        if (MEDIA.contains(name) && node instanceof ObjectNode medium) {
            read(medium.path("id").asText()).ifPresent(id -> medium.put("id", id.toString()));
        }
        if (node.isArray()) {
            node.forEach(item -> resolve("", item));
        } else {
            node.properties().forEach(member -> resolve(member.getKey(), member.getValue()));
        }
    }
}
