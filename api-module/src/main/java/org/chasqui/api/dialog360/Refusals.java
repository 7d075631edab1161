package org.chasqui.api.dialog360;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.api.dialects.Answer;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphError;
import org.chasqui.platform.graph.GraphFailed;

/**
 * Failures as clients of 360dialog read them. The gateway's own (the key, the address, the rate) have a {@code meta} with its
 * members in both spellings, because one client reads {@code developer_message} and another {@code developerMessage}, and an
 * {@code error} of plain text. What is wrong with the request itself is said as Meta says it: as an error of Graph, or in the
 * list of the On-Premises API.
 */
public final class Refusals {
    private static final int NOT_IMPLEMENTED = 501;

    private static final Set<FailureCode> OF_THE_GATEWAY = Set.of(
            FailureCode.INVALID_API_KEY,
            FailureCode.TOKEN_EXPIRED,
            FailureCode.PERMISSION_DENIED,
            FailureCode.METHOD_NOT_ALLOWED,
            FailureCode.NOT_ACCEPTABLE,
            FailureCode.RATE_LIMIT_EXCEEDED,
            FailureCode.CONFLICT,
            FailureCode.IDEMPOTENCY_CONFLICT,
            FailureCode.IDEMPOTENCY_IN_PROGRESS);

    private Refusals() {}

    /** Something that the On-Premises API had and Meta's Cloud has not: said, and never pretended. */
    public static Answer notImplemented(String message) {
        return Answer.json(NOT_IMPLEMENTED, onPremise(ErrorCodes.GENERIC, "Generic error", message, NOT_IMPLEMENTED));
    }

    /** Whether a failure is worded the same in both styles. */
    static boolean isOfTheGateway(RequestFailed failed) {
        return OF_THE_GATEWAY.contains(failed.code());
    }

    /** A failure in the words of a style. */
    public static Answer answer(RequestFailed failed, Style style) {
        if (isOfTheGateway(failed)) {
            return ofTheGateway(failed);
        }
        var error = ofMeta(failed).orElseGet(() -> ErrorCodes.graph(failed));
        int status = error.httpStatus();
        if (style == Style.CLOUD) {
            return Answer.json(status, graph(error));
        }
        var details = error.details() == null ? error.title() : error.details();
        // The code of Meta in the text: clients look for it there.
        return Answer.json(
                status,
                onPremise(ErrorCodes.onPremise(error), error.title(), "(#" + error.code() + ") " + details, status));
    }

    /** A failure in the words of the gateway, which are the same in both styles. */
    public static Answer ofTheGateway(RequestFailed failed) {
        int status = status(failed);
        var body = JsonNodeFactory.instance.objectNode();
        var message = message(failed);
        body.set("meta", meta(status, message));
        return Answer.json(status, body.put("error", message));
    }

    /** What stands beside every success of the old host. */
    public static ObjectNode meta() {
        return JsonNodeFactory.instance.objectNode().put("api_status", "stable").put("version", "2.53");
    }

    private static ObjectNode meta(int status, String message) {
        return meta().put("success", false)
                .put("httpCode", status)
                .put("http_code", status)
                .put("developerMessage", message)
                .put("developer_message", message);
    }

    private static JsonNode graph(GraphError error) {
        var body = JsonNodeFactory.instance.objectNode();
        var tree = body.putObject("error")
                .put("message", "(#" + error.code() + ") " + error.title())
                .put("type", "OAuthException")
                .put("code", error.code());
        if (error.subcode() != null) {
            tree.put("error_subcode", error.subcode());
        }
        if (error.details() != null) {
            tree.putObject("error_data").put("messaging_product", "whatsapp").put("details", error.details());
        }
        if (error.fbtraceId() != null) {
            tree.put("fbtrace_id", error.fbtraceId());
        }
        return body;
    }

    private static JsonNode onPremise(int code, String title, String details, int status) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors")
                .addObject()
                .put("code", code)
                .put("title", title)
                .put("details", details);
        body.set("meta", meta(status, details));
        return body;
    }

    /** Meta's own error, where a failure is one. */
    private static Optional<GraphError> ofMeta(RequestFailed failed) {
        if (failed instanceof MetaRefusal refusal) {
            return Optional.of(refusal.error());
        }
        return failed.getCause() instanceof GraphFailed graph
                ? Optional.of(withStatus(
                        graph.error(), ErrorCodes.statusToTell(graph.error().httpStatus())))
                : Optional.empty();
    }

    private static GraphError withStatus(GraphError error, int status) {
        return new GraphError(status, error.code(), error.subcode(), error.title(), error.details(), error.fbtraceId());
    }

    /** The HTTP status of a failure. */
    public static int status(RequestFailed failed) {
        return ErrorCodes.graph(failed).httpStatus();
    }

    /** The sentence, with every wrong field and not just the first. */
    public static String message(RequestFailed failed) {
        if (!failed.fields().isEmpty()) {
            return failed.fields().stream()
                    .map(field -> field.field() + ": " + field.message())
                    .collect(Collectors.joining(" "));
        }
        return failed.getMessage() == null ? failed.code().wireCode() : failed.getMessage();
    }
}
