package org.chasqui.api.dialog360;

import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphError;
import org.chasqui.platform.rest.HttpTerms;

/**
 * The numbers that clients know failures by: Meta's error codes of the Cloud API, and those of the On-Premises API.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">Meta, error codes</a>
 */
public final class ErrorCodes {
    static final int GENERIC = 1000;

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int PARAMETER = 100;
    /** A subcode of {@link #PARAMETER}. */
    private static final int NOT_THERE = 33;

    private static final int REQUIRED = 131008;
    private static final int WRONG_VALUE = 131009;

    private ErrorCodes() {}

    /** A failure of ours as Meta would have said it. */
    static GraphError graph(RequestFailed failed) {
        return switch (failed.code()) {
            case VALIDATION_FAILED ->
                isMissing(failed)
                        ? error(BAD_REQUEST, REQUIRED, "Required parameter is missing", failed)
                        : error(BAD_REQUEST, WRONG_VALUE, "Parameter value is not valid", failed);
            case MALFORMED_BODY, INVALID_REQUEST, UNSUPPORTED_MEDIA_TYPE ->
                error(BAD_REQUEST, PARAMETER, "Invalid parameter", failed);
            case PAYLOAD_TOO_LARGE -> error(413, PARAMETER, "Invalid parameter", failed);
            case NOT_FOUND -> new GraphError(404, PARAMETER, NOT_THERE, "Unsupported request", details(failed), null);
            case OUTSIDE_SERVICE_WINDOW -> error(BAD_REQUEST, 131047, "Re-engagement message", failed);
            case RECIPIENT_OPTED_OUT -> error(BAD_REQUEST, 131050, "User has stopped marketing messages", failed);
            // Meta has one code for both: it "does not exist in the language, or has not been approved".
            case TEMPLATE_NOT_FOUND, TEMPLATE_NOT_APPROVED -> error(404, 132001, "Template does not exist", failed);
            case NUMBER_NOT_READY -> error(BAD_REQUEST, 133010, "Phone number not registered", failed);
            case BACKLOG_FULL -> error(429, 130429, "Rate limit hit", failed);
            case PROVIDER_REJECTED -> error(BAD_REQUEST, PARAMETER, "Invalid parameter", failed);
            case PROVIDER_ERROR, SERVICE_UNAVAILABLE -> error(503, 131016, "Service unavailable", failed);
            case INTERNAL_ERROR -> error(500, 131000, "Something went wrong", failed);
            case INVALID_API_KEY,
                    TOKEN_EXPIRED,
                    PERMISSION_DENIED,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    CONFLICT,
                    IDEMPOTENCY_CONFLICT,
                    IDEMPOTENCY_IN_PROGRESS,
                    RATE_LIMIT_EXCEEDED ->
                error(HttpTerms.status(failed.code()), PARAMETER, "Invalid parameter", failed);
        };
    }

    /** The HTTP status that Graph gives with a code, for errors that came without one. */
    public static int status(int graphCode) {
        return switch (graphCode) {
            case 2 -> 503;
            case 3, 131000, 131016 -> 500;
            case 10, 131005, 131031, 130497 -> 403;
            case 132001 -> 404;
            default -> BAD_REQUEST;
        };
    }

    /** Graph's status for our client: 401 would say that his key is wrong, and it is ours for Graph that is. */
    static int statusToTell(int graphStatus) {
        return graphStatus == UNAUTHORIZED || graphStatus < BAD_REQUEST ? BAD_REQUEST : graphStatus;
    }

    /** The code that the On-Premises API had for an error of Graph. */
    static int onPremise(GraphError error) {
        boolean isNotFound = error.subcode() != null && error.subcode() == NOT_THERE;
        return isNotFound ? 1006 : onPremise(error.code());
    }

    /** The code that the On-Premises API had for what the Cloud API calls so. */
    public static int onPremise(int graphCode) {
        return switch (graphCode) {
            case 131047 -> 470;
            case 131048 -> 471;
            case 10, 131005 -> 1005;
            case NOT_THERE -> 1006;
            case REQUIRED -> 1008;
            case PARAMETER, WRONG_VALUE -> 1009;
            case 133010 -> 1011;
            case 131021, 131030 -> 1013;
            case 131000 -> 1014;
            case 4, 80007, 130429, 131056 -> 1015;
            case 2, 131016 -> 1016;
            case 131026, 131050 -> 1026;
            case 132000 -> 2000;
            case 132001, 132015, 132016 -> 2001;
            case 132005 -> 2005;
            case 132007 -> 2007;
            case 132012 -> 2012;
            default -> GENERIC;
        };
    }

    private static GraphError error(int status, int code, String title, RequestFailed failed) {
        return new GraphError(status, code, null, title, details(failed), null);
    }

    private static String details(RequestFailed failed) {
        return Refusals.message(failed);
    }

    private static boolean isMissing(RequestFailed failed) {
        return !failed.fields().isEmpty()
                && failed.fields().stream()
                        .map(FieldError::message)
                        .allMatch(message -> message.startsWith("is required"));
    }
}
