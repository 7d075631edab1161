package org.chasqui.analytics.costs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.chasqui.analytics.rollups.DayBucket;

/**
 * Time cut into the longest spans of which every hour has the same prices, belongs to the same month, and to the same day
 * where days are told. The database adds up the hours of a span, so that an answer does not grow with the pieces in
 * which they are kept.
 */
final class Spans {
    private final List<Instant> beginnings;
    private final Instant since;

    private Spans(Collection<Instant> beginnings, Instant since) {
        this.beginnings = List.copyOf(beginnings);
        this.since = since;
    }

    /**
     * The spans of some time and of the month so far, which says what its first message costs.
     *
     * @param since what is told begins here, at a full hour
     * @param until what is told ends here
     * @param zone whose days are told
     * @param changes days of UTC on which prices or markets change
     */
    static Spans of(Instant since, Instant until, ZoneId zone, Collection<LocalDate> changes) {
        var month = month(since);
        var cuts = new TreeSet<Instant>();
        for (var begin = month; begin.isBefore(until); begin = following(begin)) {
            cuts.add(begin);
        }
        changes.stream()
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .filter(at -> at.isAfter(month) && at.isBefore(until))
                .forEach(cuts::add);
        cuts.add(month);
        cuts.add(since);
        var last = LocalDate.ofInstant(until, zone);
        for (var day = LocalDate.ofInstant(since, zone).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            cuts.add(DayBucket.begin(day, zone));
        }
        return new Spans(cuts, since);
    }

    private static Instant following(Instant month) {
        return month.atZone(ZoneOffset.UTC).plusMonths(1).toInstant();
    }

    /** The beginning of the month of UTC that a moment belongs to. */
    static Instant month(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC)
                .withDayOfMonth(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** Their beginnings in their order, for {@code width_bucket}, which numbers spans from 1. */
    List<Instant> beginnings() {
        return beginnings;
    }

    /** The beginning of a span. */
    Instant beginning(int number) {
        return beginnings.get(number - 1);
    }

    /** Whether a span is told, and not only counted because it lies before in the month. */
    boolean isTold(int number) {
        return !beginning(number).isBefore(since);
    }
}
