package org.chasqui.api.waabot.ids;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Times as the dialect writes them. */
public final class Times {
    private static final int MILLIS = 3;
    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder().appendInstant(MILLIS).toFormatter();

    private Times() {}

    /** ISO 8601 in UTC with three digits after the second, always: {@code 2021-12-20T14:02:07.470Z}. */
    public static String iso(Instant at) {
        return ISO.format(at);
    }
}
