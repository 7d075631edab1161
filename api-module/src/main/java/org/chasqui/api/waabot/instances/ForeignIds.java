package org.chasqui.api.waabot.instances;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chasqui.api.waabot.ids.ObjectId;

/** Ids as the clients of Waabot know them: those of MongoDB, and groups of hexadecimal digits. */
public final class ForeignIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern OBJECT_ID = Pattern.compile("(?i)[0-9a-f]{24}");
    private static final int RANDOM_BYTES = 8;
    private static final int SECRET_GROUPS = 5;
    private static final int GROUP = 4;

    private ForeignIds() {}

    /** A new {@code _id}: the seconds of its time and 64 random bits, so that such ids sort by age as MongoDB's do. */
    public static String objectId(Clock clock) {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().toHexDigits((int) clock.instant().getEpochSecond())
                + HexFormat.of().formatHex(random);
    }

    /** The {@code _id} of something that has an id of ours; always the same. */
    public static String objectId(UUID ours) {
        return ObjectId.of(ours);
    }

    /** Whether a text has the form of an {@code _id}. */
    public static boolean isObjectId(String text) {
        return OBJECT_ID.matcher(text).matches();
    }

    /** A new secret of 80 random bits in five groups, as the seed shows them. */
    static String secret() {
        var random = new byte[SECRET_GROUPS * GROUP / 2];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random).replaceAll("(.{4})(?=.)", "$1-");
    }
}
