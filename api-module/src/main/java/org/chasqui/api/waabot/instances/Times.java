package org.chasqui.api.waabot.instances;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as this dialect writes them. */
public final class Times {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    /** As JavaScript does, always with three digits: {@code 2021-12-20T14:02:07.472Z}. */
    public static String iso(Instant time) {
        return ISO.format(time);
    }
}
