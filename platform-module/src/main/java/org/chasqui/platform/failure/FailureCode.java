package org.chasqui.platform.failure;

import java.util.Locale;

/**
 * The closed list of reasons for which a request is refused. The native API prints {@link #wireCode()}; other dialects
 * have words of their own. The HTTP status is chosen at the edge, not here.
 */
public enum FailureCode {
    MALFORMED_BODY(false),
    INVALID_REQUEST(false),
    INVALID_API_KEY(false),
    TOKEN_EXPIRED(false),
    PERMISSION_DENIED(false),
    NOT_FOUND(false),
    METHOD_NOT_ALLOWED(false),
    NOT_ACCEPTABLE(false),
    UNSUPPORTED_MEDIA_TYPE(false),
    PAYLOAD_TOO_LARGE(false),
    VALIDATION_FAILED(false),
    CONFLICT(false),
    IDEMPOTENCY_CONFLICT(false),
    IDEMPOTENCY_IN_PROGRESS(true),
    RATE_LIMIT_EXCEEDED(true),
    BACKLOG_FULL(true),
    OUTSIDE_SERVICE_WINDOW(false),
    /** The person does not want messages of this kind. */
    RECIPIENT_OPTED_OUT(false),
    TEMPLATE_NOT_FOUND(false),
    TEMPLATE_NOT_APPROVED(false),
    NUMBER_NOT_READY(false),
    /** Meta refused: the message tells Meta's code and words. */
    PROVIDER_REJECTED(false),
    /** Meta could not be reached or answered with a fault of its own. */
    PROVIDER_ERROR(true),
    SERVICE_UNAVAILABLE(true),
    INTERNAL_ERROR(true);

    private final boolean retryable;

    FailureCode(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether the same request may succeed later without being changed. */
    public boolean isRetryable() {
        return retryable;
    }

    /** The code as clients see it, for example {@code rate_limit_exceeded}; stable for ever. */
    public String wireCode() {
        return name().toLowerCase(Locale.ROOT);
    }
}
