package org.chasqui.api.botmaker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.api.dialects.Answer;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.HttpTerms;
import org.jspecify.annotations.Nullable;

/**
 * Failures in Botmaker's words: {@code {errors: [{type, source, message}]}}, one for each wrong field. Seed 002 knows 400 for
 * whatever is wrong with parameters or chat, and 429 for too many calls.
 */
public final class Failures {
    private Failures() {}

    /** The answer that tells a failure. */
    public static Answer answer(RequestFailed failed) {
        return Answer.json(status(failed.code()), body(failed));
    }

    /** What a failure is told as where several things were asked for at once. */
    public static ObjectNode body(RequestFailed failed) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("errors", errors(failed));
        return body;
    }

    /** The wrong fields, or the failure itself. */
    public static ArrayNode errors(RequestFailed failed) {
        var errors = JsonNodeFactory.instance.arrayNode();
        failed.fields().forEach(field -> error(errors, failed.code(), field.field(), field.message()));
        if (errors.isEmpty()) {
            var message = failed.getMessage();
            error(errors, failed.code(), null, message == null ? failed.code().wireCode() : message);
        }
        return errors;
    }

    private static void error(ArrayNode errors, FailureCode code, @Nullable String source, String message) {
        errors.addObject().put("type", code.wireCode()).put("source", source).put("message", message);
    }

    /** The HTTP status of a failure. */
    static int status(FailureCode code) {
        return switch (code) {
            case VALIDATION_FAILED,
                    OUTSIDE_SERVICE_WINDOW,
                    RECIPIENT_OPTED_OUT,
                    TEMPLATE_NOT_FOUND,
                    TEMPLATE_NOT_APPROVED,
                    NUMBER_NOT_READY -> 400;
            default -> HttpTerms.status(code);
        };
    }
}
