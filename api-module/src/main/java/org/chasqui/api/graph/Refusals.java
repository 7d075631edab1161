package org.chasqui.api.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.api.dialects.Answer;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphError;
import org.chasqui.platform.graph.GraphFailed;
import org.jspecify.annotations.Nullable;

/** Failures in Meta's words. What Meta itself has refused is passed on as it was said. */
final class Refusals {
    private static final String REQUIRED = "is required.";

    private Refusals() {}

    static Answer answer(RequestFailed failed, String trace) {
        if (failed instanceof MetaFailed own) {
            return own.error().answer(trace);
        }
        var cause = failed.getCause();
        if (cause instanceof GraphFailed metas) {
            return answer(metas.error(), metas.body() instanceof ObjectNode body ? body : null, trace);
        }
        return error(failed).answer(trace);
    }

    /**
     * What Meta refused.
     *
     * @param body what it said; null when that is not known
     */
    static Answer answer(GraphError error, @Nullable ObjectNode body, String trace) {
        if (error.code() == 0 || error.code() == 190) {
            // The client's own key is good: it must not take this for its own.
            return MetaError.of(
                            131005,
                            "Access denied",
                            "Meta does not take the gateway's access token for this account any more: connect the"
                                    + " account again.")
                    .answer(trace);
        }
        if (body != null && body.path("error").isObject()) {
            return Answer.json(error.httpStatus(), body);
        }
        var said = MetaError.of(error.code(), error.title(), error.details());
        var subcode = error.subcode();
        return (subcode == null ? said : said.withSubcode(subcode))
                .answer(error.fbtraceId() == null ? trace : error.fbtraceId());
    }

    /** What a failure of ours is called at Meta. */
    static MetaError error(RequestFailed failed) {
        var details = failed.getMessage();
        return switch (failed.code()) {
            case INVALID_API_KEY -> MetaError.of(190, "Invalid OAuth access token", details);
            case TOKEN_EXPIRED ->
                MetaError.of(190, "Access token has expired", details).withSubcode(463);
            case PERMISSION_DENIED -> MetaError.of(10, "Application does not have permission for this action", details);
            case NOT_FOUND -> {
                var missing = MetaFailed.noSuchObject("get", "unknown").error();
                yield new MetaError(
                        missing.status(), missing.code(), missing.subcode(), missing.type(), details(failed), null);
            }
            case MALFORMED_BODY,
                    INVALID_REQUEST,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    CONFLICT,
                    IDEMPOTENCY_CONFLICT,
                    PROVIDER_REJECTED -> MetaError.of(100, "Invalid parameter", details);
            case UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE -> MetaError.of(131053, "Media upload error", details);
            case VALIDATION_FAILED -> invalid(failed);
            case RATE_LIMIT_EXCEEDED ->
                new MetaError(429, 4, null, MetaError.OAUTH, "Application request limit reached", details);
            case BACKLOG_FULL -> new MetaError(429, 130429, null, MetaError.OAUTH, "Rate limit hit", details);
            case OUTSIDE_SERVICE_WINDOW -> MetaError.of(131047, "Re-engagement message", details);
            case RECIPIENT_OPTED_OUT -> MetaError.of(131050, "User has stopped marketing messages", details);
            case TEMPLATE_NOT_FOUND, TEMPLATE_NOT_APPROVED ->
                MetaError.of(132001, "Template does not exist in the translation", details);
            case NUMBER_NOT_READY -> MetaError.of(133010, "Phone number not registered", details);
            case IDEMPOTENCY_IN_PROGRESS, PROVIDER_ERROR, SERVICE_UNAVAILABLE ->
                MetaError.of(2, "Service temporarily unavailable", details);
            case INTERNAL_ERROR -> MetaError.of(131000, "Something went wrong", details);
        };
    }

    private static MetaError invalid(RequestFailed failed) {
        var fields = failed.fields();
        var details = details(failed);
        if (!fields.isEmpty() && fields.get(0).message().startsWith(REQUIRED)) {
            return MetaError.of(131008, "Required parameter is missing", details);
        }
        if (!fields.isEmpty() && fields.get(0).field().startsWith("template.components")) {
            return MetaError.of(132012, "Template parameter format mismatch", details);
        }
        return MetaError.of(131009, "Parameter value is not valid", details);
    }

    private static String details(RequestFailed failed) {
        return failed.getMessage() == null ? failed.code().wireCode() : failed.getMessage();
    }
}
