package org.chasqui.platform.failure;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that cannot be served, with a reason from the closed list and a sentence that says what to do. */
public class RequestFailed extends RuntimeException {
    private final FailureCode code;
    private final List<FieldError> fields;
    private final @Nullable Duration retryAfter;

    public RequestFailed(FailureCode code, String message) {
        this(code, message, List.of(), null, null);
    }

    public RequestFailed(FailureCode code, String message, Throwable cause) {
        this(code, message, List.of(), null, cause);
    }

    private RequestFailed(
            FailureCode code,
            String message,
            List<FieldError> fields,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.fields = List.copyOf(fields);
        this.retryAfter = retryAfter;
    }

    /** A request with one wrong field. */
    public static RequestFailed invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** A request with wrong fields; the message names the first. */
    public static RequestFailed invalid(List<FieldError> fields) {
        var first = fields.get(0);
        return new RequestFailed(
                FailureCode.VALIDATION_FAILED, first.field() + ": " + first.message(), fields, null, null);
    }

    /** Something that does not exist, or that belongs to another workspace: the two look the same from outside. */
    public static RequestFailed notFound(String what, String id) {
        return new RequestFailed(FailureCode.NOT_FOUND, "There is no " + what + " with the id " + id + ".");
    }

    /** A refusal that ends after some time. */
    public static RequestFailed retryLater(FailureCode code, String message, Duration retryAfter) {
        return new RequestFailed(code, message, List.of(), retryAfter, null);
    }

    /** The same, with what caused it. */
    public static RequestFailed retryLater(FailureCode code, String message, Duration retryAfter, Throwable cause) {
        return new RequestFailed(code, message, List.of(), retryAfter, cause);
    }

    public FailureCode code() {
        return code;
    }

    /** The wrong fields; empty when the failure is not about fields. */
    public List<FieldError> fields() {
        return fields;
    }

    /** When to try again, where that is known. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
