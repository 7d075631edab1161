package org.chasqui.web.analytics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.chasqui.analytics.rollups.DayBucket;
import org.jspecify.annotations.Nullable;

/** Days that somebody looks at, the last one with them. */
record Period(LocalDate first, LocalDate last) {
    /** As many as the API gives at once, and as have a column of their own. */
    static final int MOST_DAYS = 90;

    private static final int USUAL_DAYS = 30;

    /** The last days with today. */
    static Period until(LocalDate today, int days) {
        return new Period(today.minusDays(days - 1L), today);
    }

    /**
     * The days that an address names. One end may be missing: up to today, or thirty days. Days to come are left out, and of
     * more than ninety the last ninety are taken.
     *
     * @param from the first day, ISO 8601
     * @param to the last day
     * @return empty when the address names none, or nonsense
     */
    static Optional<Period> of(@Nullable String from, @Nullable String to, LocalDate today) {
        var end = day(to);
        var begin = day(from);
        if (begin == null && end == null) {
            return Optional.empty();
        }
        var last = end == null || end.isAfter(today) ? today : end;
        var wanted = begin == null ? last.minusDays(USUAL_DAYS - 1L) : begin;
        if (wanted.isAfter(last)) {
            return Optional.empty();
        }
        var longest = until(last, MOST_DAYS);
        return Optional.of(wanted.isBefore(longest.first) ? longest : new Period(wanted, last));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    Instant begin(ZoneId zone) {
        return DayBucket.begin(first, zone);
    }

    /** The first moment that does not belong to it. */
    Instant end(ZoneId zone) {
        return DayBucket.begin(last.plusDays(1), zone);
    }
}
