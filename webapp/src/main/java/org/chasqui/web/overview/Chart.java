package org.chasqui.web.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.chasqui.analytics.rollups.DayBucket;
import org.chasqui.analytics.rollups.Rollups;
import org.chasqui.analytics.rollups.Totals;
import org.chasqui.web.text.Texts;

/** Messages by hour or day, with an axis of round figures. */
public final class Chart {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH", Texts.LOCALE);
    private static final DateTimeFormatter HOUR_TITLE = DateTimeFormatter.ofPattern("EEEE HH:00", Texts.LOCALE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d", Texts.LOCALE);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEEE", Texts.LOCALE);
    private static final DateTimeFormatter DAY_TITLE = DateTimeFormatter.ofPattern("EEEE d MMMM", Texts.LOCALE);
    private static final Duration ONE_HOUR = Duration.ofHours(1);
    private static final int HOURS = 24;

    private final List<ChartColumn> columns;
    private final Axis axis;

    private Chart(List<ChartColumn> columns) {
        this.columns = columns;
        this.axis =
                new Axis(columns.stream().mapToLong(ChartColumn::height).max().orElse(0));
    }

    static Chart hours(Rollups rollups, UUID workspaceId, ZoneId zone, Clock clock) {
        var columns = new ArrayList<ChartColumn>();
        var hours = lastDay(rollups, workspaceId, clock);
        hours.forEach((hour, totals) -> {
            var local = hour.atZone(zone);
            var labels = new ChartColumn.Labels(HOUR.format(local), "", HOUR_TITLE.format(local));
            var isLast = columns.size() == hours.size() - 1;
            columns.add(new ChartColumn(labels, hour, hour.plus(ONE_HOUR), totals, isLast, ""));
        });
        return new Chart(columns);
    }

    static Chart days(Rollups rollups, UUID workspaceId, int days, ZoneId zone) {
        return ofDays(rollups.daily(workspaceId, days, zone), zone, "");
    }

    /**
     * A column for each day.
     *
     * @param more what the links to the rows say besides direction and time, beginning with an ampersand unless empty
     */
    public static Chart ofDays(List<DayBucket> buckets, ZoneId zone, String more) {
        var columns = new ArrayList<ChartColumn>();
        for (int i = 0; i < buckets.size(); i++) {
            var day = buckets.get(i).day();
            var labels = new ChartColumn.Labels(DAY.format(day), WEEKDAY.format(day), DAY_TITLE.format(day));
            var last = i == buckets.size() - 1;
            columns.add(new ChartColumn(
                    labels,
                    DayBucket.begin(day, zone),
                    DayBucket.begin(day.plusDays(1), zone),
                    buckets.get(i).totals(),
                    last,
                    more));
        }
        return new Chart(columns);
    }

    /** The last 24 hours, the one that has begun included, in their order and without a gap. */
    static SortedMap<Instant, Totals> lastDay(Rollups rollups, UUID workspaceId, Clock clock) {
        var until = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(ONE_HOUR);
        var from = until.minus(ONE_HOUR.multipliedBy(HOURS));
        var hours = new TreeMap<Instant, Totals>();
        for (var hour = from; hour.isBefore(until); hour = hour.plus(ONE_HOUR)) {
            hours.put(hour, Totals.NONE);
        }
        rollups.hourly(workspaceId, from, until)
                .forEach(bucket -> hours.merge(bucket.hour(), bucket.totals(), Totals::plus));
        return hours;
    }

    public List<ChartColumn> getColumns() {
        return columns;
    }

    public long getTop() {
        return axis.getTop();
    }

    /** Figures of the axis from top to bottom. */
    public List<String> getAxis() {
        return axis.getMarks();
    }

    /** Whether there is nothing to draw. */
    public boolean isBlank() {
        return columns.stream().allMatch(column -> column.height() == 0);
    }
}
