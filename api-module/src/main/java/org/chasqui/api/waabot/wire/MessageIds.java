package org.chasqui.api.waabot.wire;

import java.util.Locale;
import java.util.UUID;

/**
 * Ids of messages as clients of Waabot know them: {@code BAE5} and hexadecimal digits. Ours are in them whole, so that no
 * table has to know which is which.
 */
public final class MessageIds {
    private static final String MARK = "BAE5";

    private MessageIds() {}

    /** The id of a message in the words of this dialect. */
    public static String of(UUID ours) {
        return MARK + ours.toString().replace("-", "").toUpperCase(Locale.ROOT);
    }
}
