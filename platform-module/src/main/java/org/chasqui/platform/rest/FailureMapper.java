package org.chasqui.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * Renders every failure as the native API's envelope. One mapper for each type that the JAX-RS runtime has a mapper of
 * its own for: the nearest type wins, and a general mapper alone would lose to it.
 */
abstract sealed class FailureMapper<T extends Throwable> implements ExceptionMapper<T> {
    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());
    private static final int MAX_CAUSES = 10;

    @Override
    public Response toResponse(T thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof RequestFailed failed) {
                return render(failed);
            }
            if (cause instanceof ConstraintViolationException violations) {
                return render(RequestFailed.invalid(Violations.fields(violations)));
            }
            if (cause instanceof JsonProcessingException json) {
                return render(JsonFailures.of(json));
            }
            if (cause instanceof NoContentException || cause.getCause() instanceof NoContentException) {
                return render(
                        new RequestFailed(FailureCode.MALFORMED_BODY, "The body is empty; a JSON object is expected."));
            }
            if (cause instanceof WebApplicationException http && !(cause.getCause() instanceof RequestFailed)) {
                return http.getCause() instanceof JsonProcessingException json
                        ? render(JsonFailures.of(json))
                        : render(http);
            }
            cause = cause.getCause();
        }
        return unexpected(thrown);
    }

    private static Response render(RequestFailed failed) {
        var answer = answer(failed.code(), failed.getMessage(), failed);
        if (failed.code() == FailureCode.INVALID_API_KEY || failed.code() == FailureCode.TOKEN_EXPIRED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        var retryAfter = failed.retryAfter();
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, (retryAfter.toMillis() + 999) / 1_000));
        }
        return answer.build();
    }

    private static Response render(WebApplicationException http) {
        var given = http.getResponse();
        var code = HttpTerms.code(given.getStatus());
        if (code == FailureCode.INTERNAL_ERROR) {
            return unexpected(http);
        }
        if (given.getStatus() < 400) {
            return given;
        }
        var answer = answer(code, sentence(code, given), null).status(given.getStatus());
        if (!given.getAllowedMethods().isEmpty()) {
            answer.header(HttpHeaders.ALLOW, allowed(given));
        }
        return answer.build();
    }

    private static String sentence(FailureCode code, Response given) {
        return switch (code) {
            case NOT_FOUND -> "There is nothing at this address. The API is described at /openapi.";
            case METHOD_NOT_ALLOWED -> {
                var allowed = String.join(
                        ", ", given.getAllowedMethods().stream().sorted().toList());
                yield "This address does not take this method"
                        + (allowed.isEmpty() ? "." : "; it takes " + allowed + ".");
            }
            case NOT_ACCEPTABLE ->
                "This address answers in application/json: name it in the Accept header or leave the header out.";
            case UNSUPPORTED_MEDIA_TYPE -> "This address takes application/json: say so in the Content-Type header.";
            case PAYLOAD_TOO_LARGE -> "The body is too large.";
            case SERVICE_UNAVAILABLE -> "The gateway cannot answer now: try again in a moment.";
            default ->
                given.getStatus() == 400
                        ? "The request cannot be understood: the body is empty or a parameter is malformed."
                        : "The request was refused with HTTP status " + given.getStatus() + ".";
        };
    }

    private static String allowed(Response given) {
        return String.join(", ", given.getAllowedMethods().stream().sorted().toList());
    }

    private static Response unexpected(Throwable thrown) {
        var requestId = RequestId.current();
        LOG.log(Level.ERROR, "Request " + requestId + " failed unexpectedly", thrown);
        return answer(
                        FailureCode.INTERNAL_ERROR,
                        "Something failed inside the gateway. The log has it under request id " + requestId + ".",
                        null)
                .build();
    }

    private static Response.ResponseBuilder answer(
            FailureCode code, @Nullable String message, @Nullable RequestFailed failed) {
        var details = failed == null ? List.<FieldError>of() : failed.fields();
        return Response.status(HttpTerms.status(code), HttpTerms.reason(code))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ErrorEnvelope.of(code, message == null ? code.wireCode() : message, details));
    }

    /** Whatever nothing else takes. */
    public static final class OfAnything extends FailureMapper<Throwable> {}

    /** Our own refusals. */
    public static final class OfRefusal extends FailureMapper<RequestFailed> {}

    /** Wrong paths, methods and media types. */
    public static final class OfHttp extends FailureMapper<WebApplicationException> {}

    /** Bodies that are no JSON, or JSON of another shape. */
    public static final class OfJson extends FailureMapper<JsonProcessingException> {}

    /** Bodies whose fields break a constraint. */
    public static final class OfConstraint extends FailureMapper<ConstraintViolationException> {}

    /** What a reader or writer of bodies threw. */
    public static final class OfProcessing extends FailureMapper<ProcessingException> {}
}
