package org.chasqui.platform.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /{waba}/subscribed_apps}: empty, or another callback for this WABA with its token. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Subscription(
        @Nullable String overrideCallbackUri, @Nullable String verifyToken) {}
