package org.chasqui.platform.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.regex.Pattern;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** Gives every request an id, the client's own when it sent a sane one, and every answer the header that tells it. */
@PreMatching
@Priority(0)
@ApplicationScoped
public class RequestId implements ContainerRequestFilter, ContainerResponseFilter {
    /** Name of the header. */
    public static final String HEADER = "X-Request-Id";

    private static final String PROPERTY = RequestId.class.getName();
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    // Exception mappers see no request. JAX-RS answers on the thread that took the request, as long as no resource of
    // ours suspends it; the response filter clears what is left here.
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    @Inject
    Ids ids;

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getHeaderString(HEADER);
        var id = isSane(given) ? given : ids.next().toString();
        request.setProperty(PROPERTY, id);
        CURRENT.set(id);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        CURRENT.remove();
        if (request.getProperty(PROPERTY) instanceof String id) {
            response.getHeaders().putSingle(HEADER, id);
        }
    }

    /** Whether an id that a client sent can be taken over. */
    public static boolean isSane(@Nullable String id) {
        return id != null && SANE.matcher(id).matches();
    }

    /** The id of the request that this thread works on; {@code unknown} outside of a request. */
    static String current() {
        var id = CURRENT.get();
        return id == null ? "unknown" : id;
    }
}
