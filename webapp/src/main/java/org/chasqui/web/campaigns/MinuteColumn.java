package org.chasqui.web.campaigns;

import java.time.Duration;
import java.util.List;
import org.chasqui.web.text.Formats;

/** Some minutes of a campaign, as a column of its chart and a row of the table beside it. */
public final class MinuteColumn {
    private final String title;
    private final String label;
    private final long minutes;
    private final Sums sums;
    private final List<StoryLine> marks;

    /**
     * A column.
     *
     * @param label what stands below it; empty for most of them, where there are many
     * @param length how many minutes it stands for
     * @param marks what was decided meanwhile, to be numbered on the chart
     */
    MinuteColumn(String title, String label, Duration length, Sums sums, List<StoryLine> marks) {
        this.title = title;
        this.label = label;
        this.minutes = length.toMinutes();
        this.sums = sums;
        this.marks = marks;
    }

    /** What became of messages in these minutes. */
    record Sums(long taken, long delivered, long failed) {
        static final Sums NONE = new Sums(0, 0, 0);

        Sums plus(Sums other) {
            return new Sums(taken + other.taken, delivered + other.delivered, failed + other.failed);
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

    public List<StoryLine> getMarks() {
        return marks;
    }

    boolean isAnything() {
        return sums.taken + sums.delivered + sums.failed > 0;
    }
}
