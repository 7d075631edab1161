package org.chasqui.platform.accounts.profile;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Where a list of Graph goes on. */
final class Cursors {
    private Cursors() {}

    /** The cursor of the next page; null on the last one. */
    static @Nullable String next(JsonNode answer) {
        var paging = answer.path("paging");
        var after = paging.at("/cursors/after").asText("");
        return paging.has("next") && !after.isEmpty() ? after : null;
    }
}
