package org.chasqui.platform.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Graph's {@code debug_token} says about a token. */
public record DebuggedToken(@Nullable Data data) {
    /**
     * The token.
     *
     * @param valid whether it can be used now
     * @param expiresAt seconds since the epoch; 0 or null for a token that does not expire
     * @param scopes Meta's names of its permissions
     * @param granularScopes the same with the ids of what was shared
     */
    public record Data(
            @Nullable String appId,
            @Nullable String type,
            @JsonProperty("is_valid") boolean valid,
            @Nullable Long expiresAt,
            @Nullable List<String> scopes,
            @Nullable List<GranularScope> granularScopes) {}

    /**
     * A permission.
     *
     * @param targetIds what it holds for; null when it holds for everything
     */
    public record GranularScope(
            @Nullable String scope, @Nullable List<String> targetIds) {}
}
