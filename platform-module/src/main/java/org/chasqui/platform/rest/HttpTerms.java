package org.chasqui.platform.rest;

import jakarta.ws.rs.core.Response;
import org.chasqui.platform.failure.FailureCode;

/** How HTTP says what a failure is. */
public final class HttpTerms {
    private HttpTerms() {}

    /** The HTTP status of a failure in the native API. */
    public static int status(FailureCode code) {
        return switch (code) {
            case MALFORMED_BODY, INVALID_REQUEST, PROVIDER_REJECTED -> 400;
            case INVALID_API_KEY, TOKEN_EXPIRED -> 401;
            case PERMISSION_DENIED -> 403;
            case NOT_FOUND, TEMPLATE_NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case CONFLICT, IDEMPOTENCY_CONFLICT, IDEMPOTENCY_IN_PROGRESS, TEMPLATE_NOT_APPROVED, NUMBER_NOT_READY ->
                409;
            case PAYLOAD_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case VALIDATION_FAILED, OUTSIDE_SERVICE_WINDOW, RECIPIENT_OPTED_OUT -> 422;
            case RATE_LIMIT_EXCEEDED, BACKLOG_FULL -> 429;
            case INTERNAL_ERROR -> 500;
            case PROVIDER_ERROR, SERVICE_UNAVAILABLE -> 503;
        };
    }

    /** The words beside the status; JAX-RS does not know those of 422. */
    static String reason(FailureCode code) {
        int status = status(code);
        var known = Response.Status.fromStatusCode(status);
        return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }

    /** The family that the error envelope names. */
    static String type(FailureCode code) {
        return switch (code) {
            case INVALID_API_KEY, TOKEN_EXPIRED -> "authentication_error";
            case PERMISSION_DENIED -> "permission_error";
            case RATE_LIMIT_EXCEEDED -> "rate_limit_error";
            case PROVIDER_REJECTED, PROVIDER_ERROR -> "provider_error";
            case BACKLOG_FULL, SERVICE_UNAVAILABLE, INTERNAL_ERROR -> "server_error";
            default -> "invalid_request_error";
        };
    }

    /** The failure that stands for a status of the JAX-RS runtime. */
    static FailureCode code(int status) {
        return switch (status) {
            case 401 -> FailureCode.INVALID_API_KEY;
            case 403 -> FailureCode.PERMISSION_DENIED;
            case 404 -> FailureCode.NOT_FOUND;
            case 405 -> FailureCode.METHOD_NOT_ALLOWED;
            case 406 -> FailureCode.NOT_ACCEPTABLE;
            case 413 -> FailureCode.PAYLOAD_TOO_LARGE;
            case 415 -> FailureCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> FailureCode.SERVICE_UNAVAILABLE;
            default -> status < 500 ? FailureCode.INVALID_REQUEST : FailureCode.INTERNAL_ERROR;
        };
    }
}
