package org.chasqui.platform.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** Graph refused a management call; the error tells why. Becomes {@link RequestFailed} before a client sees it. */
public final class GraphFailed extends RuntimeException {
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration MUCH_LATER = Duration.ofMinutes(15);

    private final transient GraphError error;
    private final transient JsonNode body;

    public GraphFailed(GraphError error) {
        this(error, MissingNode.getInstance());
    }

    /**
     * A refusal with everything that Graph answered: a partial failure says there what went well.
     *
     * @param body missing when there was none, or none in JSON
     */
    public GraphFailed(GraphError error, JsonNode body) {
        super("Graph answered " + error.httpStatus() + " with code " + error.code()
                + (error.subcode() == null ? "" : "/" + error.subcode()) + " (trace " + error.fbtraceId() + ")");
        this.error = error;
        this.body = body;
    }

    /** The whole answer; a missing node when there was none. */
    public JsonNode body() {
        return body;
    }

    /** What Graph said. */
    public GraphError error() {
        return error;
    }

    /** What the code means and asks for. */
    public GraphErrorAdvice advice() {
        return GraphErrors.advice(error);
    }

    /** The refusal in our words, for a client: the code of Meta, what it means, and what to do. */
    public RequestFailed asRefusal() {
        var advice = advice();
        var sentence = advice.meaning() + " " + advice.advice() + " (Meta's code " + error.code() + ")";
        return switch (advice.kind()) {
            case TRANSIENT, MAINTENANCE, THROTTLE_NUMBER, THROTTLE_PAIR ->
                RequestFailed.retryLater(FailureCode.PROVIDER_ERROR, sentence, LATER, this);
            case THROTTLE_ACCOUNT -> RequestFailed.retryLater(FailureCode.PROVIDER_ERROR, sentence, MUCH_LATER, this);
            case CREDENTIAL, ACCOUNT, PERMANENT -> new RequestFailed(FailureCode.PROVIDER_REJECTED, sentence, this);
        };
    }
}
