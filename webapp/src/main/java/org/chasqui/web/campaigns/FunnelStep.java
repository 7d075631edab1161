package org.chasqui.web.campaigns;

import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** A step of a campaign's funnel. */
public final class FunnelStep {
    private static final Texts TEXTS = Texts.of("campaigns");

    private final String step;
    private final long count;
    private final long before;
    private final long first;

    /**
     * A step.
     *
     * @param before how many reached the one before
     * @param first how many reached the first one
     */
    FunnelStep(String step, long count, long before, long first) {
        this.step = step;
        this.count = count;
        this.before = before;
        this.first = first;
    }

    public String getTitle() {
        return TEXTS.getOr("funnel." + step, step);
    }

    public String getCount() {
        return Formats.count(count);
    }

    /** Of the step before. */
    public String getShare() {
        return Formats.percent(count, before);
    }

    /** From 0 to 100. */
    public double getWidth() {
        return first == 0 ? 0 : Math.min(100, 100.0 * count / first);
    }

    /** The recipients who have come at least so far. */
    public String getQuery() {
        return switch (step) {
            case "accepted" -> "state=accepted,sent,delivered,read";
            case "sent" -> "state=sent,delivered,read";
            case "delivered" -> "state=delivered,read";
            case "read" -> "state=read";
            default -> "replied=true";
        };
    }
}
