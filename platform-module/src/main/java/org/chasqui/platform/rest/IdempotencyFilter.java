package org.chasqui.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/**
 * Keeps a request with an {@code Idempotency-Key} from being run twice: whoever repeats it gets the stored answer.
 * A key is the API key's own: two programs of one workspace that count from 1 do not meet. Stored are answers behind
 * which there may be something written; what was refused before that leaves no trace, so that the client may correct the
 * request and keep its key.
 */
@Priority(Priorities.USER)
@ApplicationScoped
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";
    private static final String CLAIM = Idempotency.Claim.class.getName();
    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var key = request.getHeaderString(HEADER);
        if (key == null || !METHODS.contains(request.getMethod())) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw RequestFailed.invalid(HEADER, "must have 1 to 255 printable ASCII characters without spaces.");
        }
        var outcome = idempotency.begin(caller.workspaceId(), caller.keyId() + " " + key, fingerprint(request));
        if (outcome instanceof Idempotency.Claim claim) {
            request.setProperty(CLAIM, claim);
            caller.reserve(claim.reservedId());
        } else if (outcome instanceof Idempotency.Stored stored) {
            request.abortWith(replay(stored));
        } else if (outcome == Idempotency.Refusal.IN_PROGRESS) {
            throw RequestFailed.retryLater(
                    FailureCode.IDEMPOTENCY_IN_PROGRESS,
                    "A request with this Idempotency-Key is at work: try again in a moment to get its answer.",
                    TRY_AGAIN);
        } else {
            throw new RequestFailed(
                    FailureCode.IDEMPOTENCY_CONFLICT,
                    "This Idempotency-Key was used with another request: take a new key for a new request.");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(CLAIM) instanceof Idempotency.Claim claim)) {
            return;
        }
        switch (Idempotency.afterwards(response.getStatus(), response.getEntity())) {
            case STORE -> {
                var body = bytes(response.getEntity());
                if (response.hasEntity()) {
                    response.setEntity(body, new Annotation[0], mediaType(response));
                }
                idempotency.store(
                        claim,
                        new Idempotency.Stored(
                                response.getStatus(), mediaType(response).toString(), body));
            }
            case KEEP_RESERVATION -> idempotency.unlock(claim);
            case FORGET -> idempotency.forget(claim);
        }
    }

    private static Fingerprint fingerprint(ContainerRequestContext request) throws IOException {
        var what =
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath();
        if (BodyLimit.isUpload(request)) {
            // A file is not held in memory to compare it: another length tells another file.
            return Fingerprint.ofUpload(what, request.getMediaType(), request.getLength());
        }
        var body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return Fingerprint.of(what, body);
    }

    private static Response replay(Idempotency.Stored stored) {
        var answer = Response.status(stored.status()).header(REPLAYED, "true");
        return stored.body().length == 0
                ? answer.build()
                : answer.type(stored.mediaType()).entity(stored.body()).build();
    }

    private static MediaType mediaType(ContainerResponseContext response) {
        var type = response.getMediaType();
        return type == null ? MediaType.APPLICATION_JSON_TYPE : type;
    }

    private static byte[] bytes(Object entity) {
        try {
            return entity == null
                    ? new byte[0]
                    : entity instanceof byte[] raw ? raw : Json.mapper().writeValueAsBytes(entity);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("An answer could not be written as JSON", failed);
        }
    }
}
