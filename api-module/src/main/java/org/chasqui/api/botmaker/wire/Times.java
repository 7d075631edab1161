package org.chasqui.api.botmaker.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Times as this dialect writes and reads them. */
public final class Times {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Times() {}

    /** Whether a time lies where the database has times at all; Java knows far more. */
    public static boolean isKeepable(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    /** With milliseconds, in UTC; null for no time. */
    public static @Nullable String iso(@Nullable Instant time) {
        return time == null ? null : ISO.format(time);
    }

    /**
     * A time that stands among arguments: with its offset, or a day, which begins in UTC.
     *
     * @throws RequestFailed VALIDATION_FAILED
     */
    public static Optional<Instant> read(Arguments arguments, String name) {
        return arguments.text(name).map(text -> parse(text.strip(), arguments.path(name)));
    }

    private static Instant parse(String text, String field) {
        try {
            var time = text.length() == "2026-11-22".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    // A plus sign in a query is read as a space.
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (isKeepable(time)) {
                return time;
            }
        } catch (DateTimeException noTime) {
            throw wrong(field);
        }
        throw wrong(field);
    }

    private static RequestFailed wrong(String field) {
        return RequestFailed.invalid(field, "must be a time such as 2026-11-22T10:00:00Z.");
    }
}
