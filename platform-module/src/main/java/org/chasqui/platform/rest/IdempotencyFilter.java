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
import java.util.Optional;
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
    static final String REPLAYED = "Idempotent-Replayed";
    private static final String CLAIM = Idempotency.Claim.class.getName();
    private static final String UPLOAD = UploadStream.class.getName();

    /** No resource takes a larger one, so no answer to a larger one was stored. */
    private static final long LARGEST_UPLOAD = 128L << 20;

    /** What may come behind the file that a resource has read. */
    private static final long LONGEST_TAIL = 2L << 20;

    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");
    static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
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
        var outcome = begin(request, caller.keyId() + " " + key);
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
                store(
                        request,
                        claim,
                        new Idempotency.Stored(
                                response.getStatus(), mediaType(response).toString(), body));
            }
            case KEEP_RESERVATION -> idempotency.unlock(claim);
            case FORGET -> idempotency.forget(claim);
        }
    }

    private Idempotency.Outcome begin(ContainerRequestContext request, String key) throws IOException {
        if (BodyLimit.isUpload(request)) {
            return beginUpload(request, key);
        }
        var body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return idempotency.begin(caller.workspaceId(), key, Fingerprint.of(what(request), body));
    }

    /** What an upload is, is known when it has been read: by its resource the first time, here when it comes again. */
    private Idempotency.Outcome beginUpload(ContainerRequestContext request, String key) throws IOException {
        var upload = new UploadStream(request.getEntityStream(), request.getMediaType());
        request.setEntityStream(upload);
        var outcome = idempotency.begin(caller.workspaceId(), key, Fingerprint.ofUpload(what(request)));
        if (outcome instanceof Idempotency.Claim) {
            request.setProperty(UPLOAD, upload);
        }
        if (outcome != Idempotency.Refusal.OTHER_REQUEST) {
            return outcome;
        }
        var digest = upload.finish(LARGEST_UPLOAD);
        if (digest.isEmpty()) {
            return outcome;
        }
        var known = idempotency.begin(caller.workspaceId(), key, Fingerprint.ofUpload(what(request), digest.get()));
        if (known instanceof Idempotency.Claim late) {
            // The answer was removed for its age just now, and the bytes have been read: the next try is a new request.
            idempotency.forget(late);
            return Idempotency.Refusal.IN_PROGRESS;
        }
        return known;
    }

    private void store(ContainerRequestContext request, Idempotency.Claim claim, Idempotency.Stored answer) {
        if (!(request.getProperty(UPLOAD) instanceof UploadStream upload)) {
            idempotency.store(claim, answer);
            return;
        }
        var digest = digest(upload);
        if (digest.isPresent()) {
            idempotency.store(claim, answer, Fingerprint.ofUpload(what(request), digest.get()));
        } else {
            idempotency.unlock(claim);
        }
    }

    /** Empty when the rest of the body does not come or does not end: then whoever repeats the request runs it again. */
    private static Optional<byte[]> digest(UploadStream upload) {
        try {
            return upload.finish(LONGEST_TAIL);
        } catch (IOException brokenOff) {
            return Optional.empty();
        }
    }

    private static String what(ContainerRequestContext request) {
        return request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath();
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
