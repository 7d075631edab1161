package org.chasqui.web.analytics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.chasqui.analytics.rollups.DayBucket;
import org.chasqui.analytics.rollups.Histogram;
import org.chasqui.web.messages.RowsQuery;
import org.chasqui.web.text.Texts;

/** How long a step took day by day: three lines, and the same as a table. */
public final class LatencyChart {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d", Texts.LOCALE);
    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("EEEE d MMMM", Texts.LOCALE);
    private static final int GRID_LINES = 4;
    private static final double BOX = 100;

    /** Milliseconds that divide into four steps which people say. */
    private static final long[] TOPS = {
        4,
        20,
        40,
        80,
        200,
        400,
        800,
        2_000,
        4_000,
        8_000,
        20_000,
        40_000,
        120_000,
        240_000,
        480_000,
        1_200_000,
        3_600_000,
        7_200_000,
        14_400_000,
        28_800_000,
        86_400_000,
        172_800_000,
        345_600_000,
        691_200_000,
        2_419_200_000L
    };

    private final List<Column> columns;
    private final long top;

    /**
     * A column for each day.
     *
     * @param step as addresses write it
     * @param rows messages by number and category, of any time
     */
    LatencyChart(SortedMap<LocalDate, Histogram> days, String step, ZoneId zone, RowsQuery rows) {
        columns = new ArrayList<>();
        days.forEach((day, times) -> {
            var ofDay = rows.between(DayBucket.begin(day, zone), DayBucket.begin(day.plusDays(1), zone));
            columns.add(new Column(day, new Times(times, step, ofDay)));
        });
        top = roundedUp(columns.stream()
                .flatMap(column -> column.times.getPercentiles().stream())
                .mapToLong(Times.Percentile::millis)
                .max()
                .orElse(0));
    }

    /** A day. */
    public static final class Column {
        private final LocalDate day;
        private final Times times;

        Column(LocalDate day, Times times) {
            this.day = day;
            this.times = times;
        }

        public String getLabel() {
            return DAY.format(day);
        }

        public String getTitle() {
            return TITLE.format(day);
        }

        public Times getTimes() {
            return times;
        }
    }

    /** A line, as an SVG path in a box of 100 by 100. */
    public static final class Line {
        private final String key;
        private final String path;

        Line(String key, String path) {
            this.key = key;
            this.path = path;
        }

        /** For example {@code p95}. */
        public String getKey() {
            return key;
        }

        public String getPath() {
            return path;
        }
    }

    static long roundedUp(long highest) {
        for (long top : TOPS) {
            if (top >= highest) {
                return top;
            }
        }
        return highest;
    }

    public List<Column> getColumns() {
        return columns;
    }

    /** Whether there is nothing to draw. */
    public boolean isBlank() {
        return columns.stream().noneMatch(column -> column.times.isKnown());
    }

    /** The slowest on top. */
    public List<Line> getLines() {
        var lines = new ArrayList<Line>();
        for (int i = Times.PERCENTS.length - 1; i >= 0; i--) {
            lines.add(new Line("p" + Times.PERCENTS[i], path(i)));
        }
        return lines;
    }

    /** A day without times breaks the line; one that stands alone is a short dash. */
    private String path(int nth) {
        var path = new StringBuilder();
        double width = BOX / columns.size();
        boolean drawing = false;
        for (int i = 0; i < columns.size(); i++) {
            var times = columns.get(i).times;
            if (!times.isKnown()) {
                drawing = false;
                continue;
            }
            double x = width * (i + 0.5);
            double y = BOX - BOX * times.getPercentiles().get(nth).millis() / top;
            boolean alone = !drawing
                    && (i + 1 == columns.size() || !columns.get(i + 1).times.isKnown());
            path.append(
                    alone
                            ? point('M', x - width * 0.3, y) + point('L', x + width * 0.3, y)
                            : point(drawing ? 'L' : 'M', x, y));
            drawing = true;
        }
        return path.toString();
    }

    private static String point(char move, double x, double y) {
        return String.format(Locale.ROOT, "%c%.2f %.2f", move, x, y);
    }

    /** Times of the axis from top to bottom. */
    public List<String> getAxis() {
        var axis = new ArrayList<String>();
        for (int i = GRID_LINES; i >= 0; i--) {
            axis.add(shortened(top * i / GRID_LINES));
        }
        return axis;
    }

    static String shortened(long millis) {
        if (millis == 0) {
            return "0";
        }
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return plain(millis / 1_000.0) + " s";
        }
        return millis < 3_600_000 ? plain(millis / 60_000.0) + " min" : plain(millis / 3_600_000.0) + " h";
    }

    private static String plain(double value) {
        return String.format(Texts.LOCALE, "%.1f", value).replaceAll("\\.0$", "");
    }
}
