package org.chasqui.web.messages;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chasqui.web.browser.QueryText;
import org.jspecify.annotations.Nullable;

/** Asks the Messages page for the rows behind a figure. Immutable. */
public final class RowsQuery {
    private final Map<String, String> parameters;

    private RowsQuery(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** Messages of ours. */
    public static RowsQuery outbound() {
        return new RowsQuery(Map.of()).with("direction", "outbound");
    }

    /** Messages that people wrote. */
    public RowsQuery inbound() {
        return with("direction", "inbound");
    }

    /** Those that were accepted here from a moment on. */
    public RowsQuery since(Instant since) {
        return with("since", since.toString());
    }

    /** Those that were accepted here in a span of time. */
    public RowsQuery between(Instant since, Instant until) {
        return since(since).with("until", until.toString());
    }

    /** Those that have passed a step. */
    public RowsQuery reached(String step) {
        return with("reached", step);
    }

    /** Those that stand somewhere, commas between several. */
    public RowsQuery status(String status) {
        return with("status", status);
    }

    /** With one more filter; null leaves the filter away. */
    public RowsQuery with(String name, @Nullable String value) {
        var more = new LinkedHashMap<>(parameters);
        if (value == null) {
            more.remove(name);
        } else {
            more.put(name, value);
        }
        return new RowsQuery(more);
    }

    /** Without the question mark. */
    @Override
    public String toString() {
        var query = QueryText.of(parameters);
        return query.isEmpty() ? "" : query.substring(1);
    }
}
