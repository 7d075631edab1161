package org.chasqui.platform.rest;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.failure.RequestFailed;

/** Renders lists: a bare array, and a {@code Link: rel="next"} header where there may be more. */
public final class Pages {
    private Pages() {}

    /**
     * One page.
     *
     * @param items what was found; pass {@code limit + 1} items when there are more, the surplus is cut off
     * @param limit size of the page
     * @param cursor gives the {@code after} value that continues behind an item
     */
    public static <T> Response page(UriInfo uri, List<T> items, int limit, Function<T, String> cursor) {
        if (items.size() <= limit) {
            return Response.ok(items).build();
        }
        var page = List.copyOf(items.subList(0, limit));
        var next = asSeenFromOutside(uri.getRequestUriBuilder(), new Settings().publicUrl())
                .replaceQueryParam("limit", limit)
                .replaceQueryParam("after", cursor.apply(page.get(limit - 1)))
                .build();
        return Response.ok(page).links(Link.fromUri(next).rel("next").build()).build();
    }

    /** Where TLS ends in front of us, the request says http and the name of this node; the public address knows better. */
    static UriBuilder asSeenFromOutside(UriBuilder request, String publicUrl) {
        var outside = URI.create(publicUrl);
        return "https".equals(outside.getScheme())
                ? request.scheme(outside.getScheme()).host(outside.getHost()).port(outside.getPort())
                : request;
    }

    /**
     * One page of a list that is short enough to have been read whole.
     *
     * @param cursor gives the {@code after} value that continues behind an item
     */
    public static <T> Response page(UriInfo uri, List<T> all, PageRequest request, Function<T, String> cursor) {
        int start = 0;
        var after = request.after();
        if (after != null) {
            var cursors = all.stream().map(cursor).toList();
            start = cursors.indexOf(after) + 1;
            if (start == 0) {
                throw RequestFailed.invalid("after", "is no cursor of this list: take it from the Link header.");
            }
        }
        var rest = all.subList(start, all.size());
        return page(uri, rest.subList(0, Math.min(rest.size(), request.limit() + 1)), request.limit(), cursor);
    }
}
