package org.chasqui.web.analytics;

import org.chasqui.analytics.rollups.Totals;
import org.chasqui.web.messages.RowsQuery;
import org.chasqui.web.text.Formats;

/** The messages of one template. */
public final class TemplateLine {
    private final String name;
    private final Totals totals;
    private final RowsQuery rows;

    TemplateLine(String name, Totals totals, RowsQuery rows) {
        this.name = name;
        this.totals = totals;
        this.rows = rows;
    }

    public String getName() {
        return name;
    }

    public String getQuery() {
        return rows.toString();
    }

    public String getAccepted() {
        return Formats.count(totals.accepted());
    }

    public String getAcceptedQuery() {
        return rows.reached("accepted").toString();
    }

    public String getDelivered() {
        return Formats.percent(totals.delivered(), totals.accepted());
    }

    public String getDeliveredQuery() {
        return rows.reached("delivered").toString();
    }

    public String getRead() {
        return Formats.percent(totals.read(), totals.delivered());
    }

    /** From 0 to 100. */
    public double getReadWidth() {
        return totals.delivered() == 0 ? 0 : 100.0 * totals.read() / totals.delivered();
    }

    public String getReadQuery() {
        return rows.reached("read").toString();
    }

    public String getReplied() {
        return Formats.percent(totals.replied(), totals.delivered());
    }

    public String getRepliedQuery() {
        return rows.reached("replied").toString();
    }

    public String getFailed() {
        return Formats.count(totals.failed());
    }

    public String getFailedQuery() {
        return rows.status("failed").toString();
    }
}
