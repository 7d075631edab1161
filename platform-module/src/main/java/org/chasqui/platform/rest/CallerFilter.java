package org.chasqui.platform.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.KeyKind;

/**
 * Finds out who calls, and whether the key has calls left. Neither costs a look into the database, except for the first call
 * with a secret in half a minute, right or wrong.
 */
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class CallerFilter implements ContainerRequestFilter, ContainerResponseFilter {
    static final String HOW = "Send an API key in the header \"Authorization: Bearer cm_…\". Keys are made in the"
            + " dashboard under Keys.";

    private static final String SCHEME = "Bearer ";
    private static final String ALLOWANCE = RateLimit.Allowance.class.getName();

    @Inject
    ApiKeys keys;

    @Inject
    Caller caller;

    @Inject
    RateLimit limit;

    @Override
    public void filter(ContainerRequestContext request) {
        var key = keys.authenticate(secret(request))
                .orElseThrow(() -> new RequestFailed(
                        FailureCode.INVALID_API_KEY, "This API key does not exist or was revoked. " + HOW));
        if (key.kind() != KeyKind.CHASQUI) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "This key was made for the " + key.kind().wireName()
                            + " API. Make one of the kind chasqui for the native API.");
        }
        caller.is(key);
        var allowance = limit.take(key.id());
        request.setProperty(ALLOWANCE, allowance);
        if (!allowance.isGranted()) {
            throw RequestFailed.retryLater(
                    FailureCode.RATE_LIMIT_EXCEEDED,
                    "This key may call " + allowance.limit() + " times a minute: slow down, and try again after the"
                            + " time in the Retry-After header.",
                    allowance.retryAfter());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ALLOWANCE) instanceof RateLimit.Allowance allowance) {
            response.getHeaders().putSingle("X-RateLimit-Limit", allowance.limit());
            response.getHeaders().putSingle("X-RateLimit-Remaining", allowance.remaining());
        }
    }

    private static String secret(ContainerRequestContext request) {
        var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new RequestFailed(FailureCode.INVALID_API_KEY, "There is no API key in the request. " + HOW);
        }
        return header.substring(SCHEME.length()).strip();
    }
}
