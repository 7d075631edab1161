package org.chasqui.web.overview;

import java.util.List;

/** One figure of today with the hours that led to it. */
public final class Tile {
    private final String key;
    private final String label;
    private final String figure;
    private final String note;
    private final String query;
    private final SparkLine line;

    Tile(String key, String label, String figure, String note, String query, List<Long> hours) {
        this.key = key;
        this.label = label;
        this.figure = figure;
        this.note = note;
        this.query = query;
        this.line = new SparkLine(hours);
    }

    public String getKey() {
        return key;
    }

    public String getLabel() {
        return label;
    }

    public String getFigure() {
        return figure;
    }

    public String getNote() {
        return note;
    }

    /** The query of the Messages page that shows the rows behind the figure. */
    public String getQuery() {
        return query;
    }

    public SparkLine getLine() {
        return line;
    }
}
