package org.chasqui.web.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The queries of the dashboard's addresses: filters and pages stand in them, so that a link shows the same to a colleague. */
public final class QueryText {
    private QueryText() {}

    /** The parameters that have a value, in their order, behind a question mark; empty when there is none. */
    public static String of(Map<String, ? extends @Nullable String> parameters) {
        var query = parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> parameter.getKey() + "=" + encoded(String.valueOf(parameter.getValue())))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** A comma needs no escape in a query, and lists of statuses read better with it. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",");
    }
}
