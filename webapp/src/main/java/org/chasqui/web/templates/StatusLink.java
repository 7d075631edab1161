package org.chasqui.web.templates;

/** A tab with its count. */
public final class StatusLink {
    private final String title;
    private final long count;
    private final String query;
    private final boolean current;

    StatusLink(String title, long count, String query, boolean current) {
        this.title = title;
        this.count = count;
        this.query = query;
        this.current = current;
    }

    public String getTitle() {
        return title;
    }

    public long getCount() {
        return count;
    }

    public String getQuery() {
        return query;
    }

    public boolean isCurrent() {
        return current;
    }
}
