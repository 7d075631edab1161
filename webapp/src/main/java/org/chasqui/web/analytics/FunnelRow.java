package org.chasqui.web.analytics;

import org.chasqui.web.text.Formats;

/** A step of the funnel. */
public final class FunnelRow {
    private final String key;
    private final String title;
    private final long count;
    private final long before;
    private final long first;
    private final String query;

    /**
     * A step.
     *
     * @param before how many reached the step before
     * @param first how many there are at all
     * @param query of the Messages page with the rows behind it
     */
    FunnelRow(String key, String title, long count, long before, long first, String query) {
        this.key = key;
        this.title = title;
        this.count = count;
        this.before = before;
        this.first = first;
        this.query = query;
    }

    public String getKey() {
        return key;
    }

    public String getTitle() {
        return title;
    }

    public String getCount() {
        return Formats.count(count);
    }

    /** Of the step before. */
    public String getShare() {
        return Formats.percent(count, before);
    }

    /** Of all, from 0 to 100. */
    public double getWidth() {
        return first == 0 ? 0 : 100.0 * count / first;
    }

    public String getQuery() {
        return query;
    }
}
