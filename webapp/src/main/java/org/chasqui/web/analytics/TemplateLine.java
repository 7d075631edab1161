package org.chasqui.web.analytics;

import org.chasqui.analytics.rollups.Totals;
import org.chasqui.web.text.Formats;

/** The messages of one template. */
public final class TemplateLine {
    private final String name;
    private final Totals totals;
    private final String query;

    TemplateLine(String name, Totals totals, String query) {
        this.name = name;
        this.totals = totals;
        this.query = query;
    }

    public String getName() {
        return name;
    }

    public String getAccepted() {
        return Formats.count(totals.accepted());
    }

    public String getDelivered() {
        return Formats.percent(totals.delivered(), totals.accepted());
    }

    public String getRead() {
        return Formats.percent(totals.read(), totals.delivered());
    }

    /** From 0 to 100. */
    public double getReadWidth() {
        return totals.delivered() == 0 ? 0 : 100.0 * totals.read() / totals.delivered();
    }

    public String getReplied() {
        return Formats.percent(totals.replied(), totals.delivered());
    }

    public String getFailed() {
        return Formats.count(totals.failed());
    }

    public String getQuery() {
        return query;
    }
}
