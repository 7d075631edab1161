package org.chasqui.platform.rest;

import java.util.Map;
import java.util.Set;

/** What a JAX-RS application registers to keep the conventions of the native API. */
public final class RestConventions {
    private RestConventions() {}

    /** Providers and filters. */
    public static Set<Class<?>> providers() {
        return Set.of(
                JsonProvider.class,
                RequestId.class,
                CallerFilter.class,
                ScopeFeature.class,
                BodyLimit.class,
                IdempotencyFilter.class,
                FailureMapper.OfAnything.class,
                FailureMapper.OfRefusal.class,
                FailureMapper.OfHttp.class,
                FailureMapper.OfJson.class,
                FailureMapper.OfConstraint.class,
                FailureMapper.OfProcessing.class);
    }

    /** Properties of the JAX-RS runtime. */
    public static Map<String, Object> properties() {
        return Map.of(
                // Otherwise a status without a body becomes the server's HTML page.
                "jersey.config.server.response.setStatusOverSendError", true,
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.jsonFeature", "none",
                "jersey.config.disableMoxyJson", true,
                "jersey.config.disableJsonBinding", true);
    }
}
