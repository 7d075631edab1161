package org.chasqui.web.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chasqui.messaging.messages.Happened.What;
import org.chasqui.web.messages.Figures;
import org.chasqui.web.messages.RowsQuery;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** Some minutes of a campaign, as a column of its chart and a row of the table beside it. */
public final class MinuteColumn {
    private static final Texts TEXTS = Texts.of("campaigns");

    private final String title;
    private final String label;
    private final long minutes;
    private final Sums sums;
    private final List<StoryLine> marks;
    private final Rows rows;

    /**
     * A column.
     *
     * @param label what stands below it; empty for most of them, where there are many
     * @param length how many minutes it stands for
     * @param marks what was decided meanwhile, to be numbered on the chart
     */
    MinuteColumn(String title, String label, Duration length, Sums sums, List<StoryLine> marks, Rows rows) {
        this.title = title;
        this.label = label;
        this.minutes = length.toMinutes();
        this.sums = sums;
        this.marks = marks;
        this.rows = rows;
    }

    /** What became of messages in these minutes. */
    record Sums(long taken, long delivered, long failed) {
        static final Sums NONE = new Sums(0, 0, 0);

        Sums plus(Sums other) {
            return new Sums(taken + other.taken, delivered + other.delivered, failed + other.failed);
        }
    }

    /**
     * The messages that are counted in these minutes.
     *
     * @param all those of the campaign
     */
    record Rows(RowsQuery all, Instant from, Instant until) {
        String to(What what) {
            return all.with("happened", Figures.happened(what, from, until)).toString();
        }
    }

    long height() {
        return getTakenPerMinute() + getFailedPerMinute();
    }

    /** Rounded up, so that one message is not nothing. */
    public long getTakenPerMinute() {
        return (sums.taken + minutes - 1) / minutes;
    }

    public long getFailedPerMinute() {
        return (sums.failed + minutes - 1) / minutes;
    }

    public String getTitle() {
        return title;
    }

    public String getLabel() {
        return label;
    }

    public String getRate() {
        return Formats.count(getTakenPerMinute());
    }

    public String getTaken() {
        return Formats.count(sums.taken);
    }

    public String getDelivered() {
        return Formats.count(sums.delivered);
    }

    public String getFailed() {
        return Formats.count(sums.failed);
    }

    public String getTakenQuery() {
        return rows.to(What.TAKEN);
    }

    public String getDeliveredQuery() {
        return rows.to(What.DELIVERED);
    }

    public String getFailedQuery() {
        return rows.to(What.FAILED);
    }

    /** Where the column leads: to what Meta took, and where it took nothing, to what failed. */
    public String getQuery() {
        return sums.taken == 0 && sums.failed > 0 ? getFailedQuery() : getTakenQuery();
    }

    /** For whom the column is no help. */
    public String getSpoken() {
        return TEXTS.get("minutes.spoken", title, getTaken(), getFailed());
    }

    public List<StoryLine> getMarks() {
        return marks;
    }

    boolean isAnything() {
        return sums.taken + sums.delivered + sums.failed > 0;
    }
}
