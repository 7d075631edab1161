package org.chasqui.api.waabot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.api.dialects.Answer;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.HttpTerms;

/**
 * What every answer of this dialect is wrapped in. Failures satisfy all who read them: {@code status:false} for the clients of
 * Waabot, {@code error:true} with the HTTP status as {@code code} for those of the wrapper below it, and {@code reason} for
 * programs that want to know.
 */
public final class Envelope {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    private Envelope() {}

    /** A success. */
    public static Answer ok(String message, JsonNode data) {
        return Answer.json(200, success(message, data));
    }

    /** The tree of a success, for who adds something to it. */
    public static ObjectNode success(String message, JsonNode data) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", true)
                .put("message", message)
                .set("data", data);
    }

    /** A failure in words of its own. */
    public static Answer refusal(int status, String reason, String message) {
        return Answer.json(status, failure(status, reason, message));
    }

    /** A failure after which something was done all the same, which the client must know of. */
    public static Answer refusal(RequestFailed failed, JsonNode data) {
        return Answer.json(status(failed), failure(failed).set("data", data));
    }

    /** A failure. */
    static Answer refusal(RequestFailed failed) {
        return Answer.json(status(failed), failure(failed));
    }

    private static ObjectNode failure(RequestFailed failed) {
        var message = failed.getMessage() == null ? failed.code().wireCode() : failed.getMessage();
        var body = failure(status(failed), failed.code().wireCode(), message);
        if (!failed.fields().isEmpty()) {
            var fields = body.putArray("fields");
            failed.fields()
                    .forEach(field ->
                            fields.addObject().put("field", field.field()).put("message", field.message()));
        }
        return body;
    }

    /** The HTTP status of a failure in this dialect. */
    public static int status(RequestFailed failed) {
        if (failed instanceof NotAtMeta) {
            return UNPROCESSABLE;
        }
        return switch (failed.code()) {
            case VALIDATION_FAILED -> BAD_REQUEST;
            // The wrapper below Waabot says 403 for keys and bearers that are missing or wrong, 401 for a phone that is
            // not connected.
            case INVALID_API_KEY -> FORBIDDEN;
            case NUMBER_NOT_READY -> UNAUTHORIZED;
            default -> HttpTerms.status(failed.code());
        };
    }

    private static ObjectNode failure(int status, String reason, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", false)
                .put("error", true)
                .put("message", message)
                .put("code", status)
                .put("reason", reason);
    }

    /** Something that Waabot could do and the official API cannot: said, and never pretended (422). */
    public static final class NotAtMeta extends RequestFailed {
        /** With a sentence that says what cannot be done, and what can. */
        public NotAtMeta(String message) {
            super(FailureCode.INVALID_REQUEST, message);
        }
    }
}
