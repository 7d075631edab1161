package org.chasqui.api.botmaker.wire;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids of the form that clients of Botmaker know: capital letters and digits. One of ours is always the same one of theirs, so
 * that nothing has to be stored; it is 25 characters long where Botmaker's have 20, for it holds 128 bits.
 */
public final class BotmakerId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{25}");
    private static final int BASE = 36;
    private static final int LENGTH = 25;
    private static final int FRESH_LENGTH = 20;
    private static final int BITS = 128;

    private BotmakerId() {}

    /** An id of ours as clients know it. */
    public static String of(UUID ours) {
        var bits = new BigInteger(ours.toString().replace("-", ""), 16);
        return padded(bits.toString(BASE).toUpperCase(Locale.ROOT), LENGTH);
    }

    /** The id of ours behind one of theirs, or an id of ours as it is; empty for anything else. */
    public static Optional<UUID> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return ours(text);
        }
        var bits = new BigInteger(text, BASE);
        return bits.bitLength() > BITS
                ? Optional.empty()
                : Optional.of(new UUID(bits.shiftRight(BITS / 2).longValue(), bits.longValue()));
    }

    /** A new id of 20 characters, for what has no id of ours. */
    public static String fresh() {
        var text = new StringBuilder();
        for (int i = 0; i < FRESH_LENGTH; i++) {
            text.append(Character.toUpperCase(Character.forDigit(RANDOM.nextInt(BASE), BASE)));
        }
        return text.toString();
    }

    /** The id of a call that may run again, in the form of {@link #fresh()}: the same one each time. */
    public static String ofCall(UUID reserved) {
        return of(reserved).substring(LENGTH - FRESH_LENGTH);
    }

    private static Optional<UUID> ours(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    private static String padded(String text, int length) {
        return "0".repeat(length - text.length()) + text;
    }
}
