package org.chasqui.web.analytics;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.chasqui.analytics.rollups.Histogram;
import org.chasqui.web.messages.Figures;
import org.chasqui.web.messages.RowsQuery;
import org.chasqui.web.text.Formats;

/** How long a step took for some messages: within which time the half, most and nearly all have made it. */
public final class Times {
    static final int[] PERCENTS = {50, 95, 99};

    private final Histogram times;
    private final String step;
    private final RowsQuery rows;

    /**
     * Times to show.
     *
     * @param step as addresses write it
     * @param rows the messages that they are of, without the step
     */
    Times(Histogram times, String step, RowsQuery rows) {
        this.times = times;
        this.step = step;
        this.rows = rows;
    }

    /** A time that so many of a hundred did not exceed. */
    public static final class Percentile {
        private final int percent;
        private final long millis;
        private final boolean known;
        private final String query;

        Percentile(int percent, long millis, boolean known, String query) {
            this.percent = percent;
            this.millis = millis;
            this.known = known;
            this.query = query;
        }

        /** For example {@code p95}. */
        public String getKey() {
            return "p" + percent;
        }

        long millis() {
            return millis;
        }

        public String getText() {
            return known ? Formats.duration(Duration.ofMillis(millis)) : "–";
        }

        /** The messages that took longer. */
        public String getQuery() {
            return query;
        }
    }

    public String getMessages() {
        return Formats.count(times.messages());
    }

    boolean isKnown() {
        return times.messages() > 0;
    }

    /** The messages that have made the step. */
    public String getQuery() {
        return rows.with("took", step).toString();
    }

    public List<Percentile> getPercentiles() {
        return IntStream.of(PERCENTS)
                .mapToObj(percent -> {
                    long millis = times.percentile(percent);
                    var slower = rows.with("took", Figures.took(step, millis));
                    return new Percentile(percent, millis, isKnown(), slower.toString());
                })
                .toList();
    }
}
