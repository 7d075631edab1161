package org.chasqui.platform.graph;

import java.time.Duration;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** Graph refused a management call; the error tells why. Becomes {@link RequestFailed} before a client sees it. */
public final class GraphFailed extends RuntimeException {
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration MUCH_LATER = Duration.ofMinutes(15);

    private final transient GraphError error;

    public GraphFailed(GraphError error) {
        super("Graph answered " + error.httpStatus() + " with code " + error.code()
                + (error.subcode() == null ? "" : "/" + error.subcode()) + " (trace " + error.fbtraceId() + ")");
        this.error = error;
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
                RequestFailed.retryLater(FailureCode.PROVIDER_ERROR, sentence, LATER);
            case THROTTLE_ACCOUNT -> RequestFailed.retryLater(FailureCode.PROVIDER_ERROR, sentence, MUCH_LATER);
            case CREDENTIAL, ACCOUNT, PERMANENT -> new RequestFailed(FailureCode.PROVIDER_REJECTED, sentence, this);
        };
    }
}
