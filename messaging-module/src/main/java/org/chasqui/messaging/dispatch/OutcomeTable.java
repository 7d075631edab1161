package org.chasqui.messaging.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.chasqui.platform.graph.GraphError;
import org.chasqui.platform.graph.GraphErrorAdvice;
import org.chasqui.platform.graph.GraphErrors;
import org.chasqui.platform.graph.GraphFailed;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a call to {@code POST /messages} means. Meta has no idempotency key, so the question is always the same:
 * is it certain that the message was not processed? Only then may it be posted again without a second thought.
 */
final class OutcomeTable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private OutcomeTable() {}

    static SendOutcome judge(CallResult result) {
        var failure = result.failure();
        if (failure != null) {
            return judgeFailure(result, failure);
        }
        var body = read(result.body());
        if (result.status() == 200) {
            return judgeSuccess(body);
        }
        if (body != null) {
            var error = GraphErrors.read(result.status(), body);
            if (error.isPresent()) {
                return judgeError(error.get());
            }
        }
        if (result.status() >= 500 || result.status() < 300 || result.status() == REQUEST_TIMEOUT) {
            return new SendOutcome.Ambiguous("Meta answered " + result.status() + " without an error of Graph");
        }
        if (result.status() == TOO_MANY_REQUESTS) {
            var error = new GraphError(TOO_MANY_REQUESTS, 130429, null, "Too many requests", null, null);
            return new SendOutcome.Refused(error, GraphErrorAdvice.Kind.THROTTLE_NUMBER);
        }
        return new SendOutcome.NotGraph("HTTP " + result.status()
                + " without an error of Graph: something else answers there. Check chasqui.graph.url and proxies.");
    }

    private static SendOutcome judgeFailure(CallResult result, Exception failure) {
        var reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        if (!result.begun()) {
            // What the message needs was refused (a medium), so the message would be refused as well.
            return failure instanceof GraphFailed refused && refused.error().httpStatus() < 500
                    ? judgeError(refused.error())
                    : new SendOutcome.NotSent(reason);
        }
        return new SendOutcome.Ambiguous("The request left, then " + reason);
    }

    private static SendOutcome judgeSuccess(@Nullable JsonNode body) {
        var wamid = body == null ? "" : text(body.at("/messages/0/id"));
        if (body == null || wamid.isEmpty()) {
            return new SendOutcome.Ambiguous("Meta answered 200 without a message id");
        }
        var waId = text(body.at("/contacts/0/wa_id"));
        return new SendOutcome.Accepted(wamid, waId.isEmpty() ? null : waId);
    }

    /** Without the character NUL, which PostgreSQL keeps in no text. */
    private static String text(JsonNode node) {
        return node.asText("").replace("\0", "");
    }

    private static SendOutcome judgeError(GraphError error) {
        var kind = GraphErrors.advice(error).kind();
        if (error.httpStatus() < 500) {
            return new SendOutcome.Refused(error, kind);
        }
        if (!GraphErrors.isKnown(error.code(), error.subcode())) {
            return new SendOutcome.Ambiguous(
                    "Meta answered " + error.httpStatus() + " with the unknown code " + error.code());
        }
        return switch (kind) {
            case TRANSIENT -> new SendOutcome.ProbablyNotProcessed(error);
            // A definite refusal keeps its meaning whatever status Meta chose for it (131045 and 131057 come as 500).
            default -> new SendOutcome.Refused(error, kind);
        };
    }

    private static @Nullable JsonNode read(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return null;
        }
        try {
            var node = MAPPER.readTree(body);
            return node.isObject() ? node : null;
        } catch (IOException garbage) {
            return null;
        }
    }
}
