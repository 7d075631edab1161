package org.chasqui.web.overview;

import java.time.Instant;
import java.util.List;
import org.chasqui.analytics.rollups.Totals;
import org.chasqui.web.text.Formats;

/** An hour or a day of the chart: outbound messages by how far they came. */
public final class ChartColumn {
    /** Whatever was neither delivered nor failed. */
    private static final String ON_THE_WAY = "queued,sending,accepted,sent,uncertain,expired,cancelled";

    private final String label;
    private final String sublabel;
    private final String title;
    private final String query;
    private final String receivedQuery;
    private final boolean last;
    private final List<Part> parts;
    private final Totals totals;

    ChartColumn(Labels labels, Instant from, Instant until, Totals totals, boolean last, String more) {
        this.label = labels.label();
        this.sublabel = labels.sublabel();
        this.title = labels.title();
        var rows = "&since=" + from + "&until=" + until + more;
        this.query = "direction=outbound" + rows;
        this.receivedQuery = "direction=inbound" + rows;
        this.last = last;
        this.totals = totals;
        var delivered = Math.max(0, totals.delivered() - totals.read());
        var others = Math.max(0, totals.queued() - totals.read() - delivered - totals.failed());
        this.parts = List.of(
                new Part("failed", totals.failed(), query + "&status=failed"),
                new Part("way", others, query + "&status=" + ON_THE_WAY),
                new Part("delivered", delivered, query + "&status=delivered"),
                new Part("read", totals.read(), query + "&reached=read"));
    }

    /** What stands below the column, smaller below that, and in its tip. */
    record Labels(String label, String sublabel, String title) {}

    /** A part of the column, named after its colour. */
    public static final class Part {
        private final String key;
        private final long count;
        private final String query;

        Part(String key, long count, String query) {
            this.key = key;
            this.count = count;
            this.query = query;
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

        public String getQuery() {
            return query;
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

    public String getReceivedQuery() {
        return receivedQuery;
    }
}
