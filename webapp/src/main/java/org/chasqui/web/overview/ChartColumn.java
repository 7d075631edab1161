package org.chasqui.web.overview;

import java.time.Instant;
import java.util.List;
import org.chasqui.analytics.rollups.Totals;
import org.chasqui.web.text.Formats;

/** An hour or a day of the chart: outbound messages by how far they came. */
public final class ChartColumn {
    private final String label;
    private final String sublabel;
    private final String title;
    private final String query;
    private final boolean last;
    private final List<Part> parts;
    private final Totals totals;

    ChartColumn(Labels labels, Instant from, Instant until, Totals totals, boolean last, String more) {
        this.label = labels.label();
        this.sublabel = labels.sublabel();
        this.title = labels.title();
        this.query = "direction=outbound&since=" + from + "&until=" + until + more;
        this.last = last;
        this.totals = totals;
        var delivered = Math.max(0, totals.delivered() - totals.read());
        var others = Math.max(0, totals.queued() - totals.read() - delivered - totals.failed());
        this.parts = List.of(
                new Part("failed", totals.failed()),
                new Part("way", others),
                new Part("delivered", delivered),
                new Part("read", totals.read()));
    }

    /** What stands below the column, smaller below that, and in its tip. */
    record Labels(String label, String sublabel, String title) {}

    /** A part of the column, named after its colour. */
    public static final class Part {
        private final String key;
        private final long count;

        Part(String key, long count) {
            this.key = key;
            this.count = count;
        }

        public String getKey() {
            return key;
        }

        public long getCount() {
            return count;
        }

        public String getText() {
            return Formats.count(count);
        }
    }

    long height() {
        return parts.stream().mapToLong(Part::getCount).sum();
    }

    public String getLabel() {
        return label;
    }

    public String getSublabel() {
        return sublabel;
    }

    public String getTitle() {
        return title;
    }

    public String getQuery() {
        return query;
    }

    public boolean isLast() {
        return last;
    }

    /** From top to bottom, empty ones left out. */
    public List<Part> getParts() {
        return parts.stream().filter(part -> part.getCount() > 0).toList();
    }

    /** From bottom to top, all of them: for the tip and the table. */
    public List<Part> getFigures() {
        return List.of(parts.get(3), parts.get(2), parts.get(1), parts.get(0));
    }

    public String getSum() {
        return Formats.count(totals.queued());
    }

    public long getTotal() {
        return height();
    }

    public String getReceived() {
        return Formats.count(totals.received());
    }
}
