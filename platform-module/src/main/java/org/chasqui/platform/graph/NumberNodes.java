package org.chasqui.platform.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the numbers of a WABA. */
public record NumberNodes(
        @Nullable List<NumberNode> data, @Nullable Paging paging) {
    /** Where the list goes on; {@code next} is absent on the last page. */
    public record Paging(
            @Nullable Cursors cursors, @Nullable String next) {}

    /** The ends of the page. */
    public record Cursors(@Nullable String before, @Nullable String after) {}

    /** The cursor of the next page; null on the last one. */
    public @Nullable String next() {
        return paging == null || paging.next() == null || paging.cursors() == null
                ? null
                : paging.cursors().after();
    }
}
