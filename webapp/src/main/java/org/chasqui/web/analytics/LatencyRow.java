package org.chasqui.web.analytics;

import java.util.List;
import org.chasqui.analytics.rollups.Latency;
import org.chasqui.web.messages.RowsQuery;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** How long a step took for the messages of a category. */
public final class LatencyRow {
    private static final Texts TEXTS = Texts.of("analytics");

    private final Latency latency;
    private final Times times;

    /** @param rows messages of the time and number that were asked for */
    LatencyRow(Latency latency, RowsQuery rows) {
        this.latency = latency;
        this.times = new Times(latency.times(), latency.step().wireName(), rows.with("category", latency.category()));
    }

    public String getCategory() {
        return TEXTS.getOr("category." + latency.category(), latency.category());
    }

    public String getMessages() {
        return Formats.count(latency.times().messages());
    }

    public String getQuery() {
        return times.getQuery();
    }

    /** The half, most and nearly all. */
    public List<Times.Percentile> getPercentiles() {
        return times.getPercentiles();
    }
}
