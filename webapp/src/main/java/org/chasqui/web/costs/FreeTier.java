package org.chasqui.web.costs;

import org.chasqui.analytics.costs.Costs;
import org.chasqui.web.text.Formats;

/** How many of its free service messages a number has used in the month. */
public final class FreeTier {
    private final String name;
    private final long used;
    private final String query;

    FreeTier(String name, long used, String query) {
        this.name = name;
        this.used = used;
        this.query = query;
    }

    public String getName() {
        return name;
    }

    public String getUsed() {
        return Formats.count(used);
    }

    public String getFree() {
        return Formats.count(Costs.FREE_SERVICE_MESSAGES);
    }

    /** From 0 to 100. */
    public double getWidth() {
        return Math.min(100.0, 100.0 * used / Costs.FREE_SERVICE_MESSAGES);
    }

    public boolean isUsedUp() {
        return used >= Costs.FREE_SERVICE_MESSAGES;
    }

    public String getQuery() {
        return query;
    }
}
