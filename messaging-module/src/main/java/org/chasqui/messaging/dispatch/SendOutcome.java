package org.chasqui.messaging.dispatch;

import org.chasqui.platform.graph.GraphError;
import org.chasqui.platform.graph.GraphErrorAdvice;
import org.jspecify.annotations.Nullable;

/** What is known after a call to Meta for one message. The lines are those of the outcome table in ARCHITECTURE.md. */
sealed interface SendOutcome {
    /** Name of the outcome as it is stored with the attempt. */
    String name();

    /** Meta has the message. */
    record Accepted(String wamid, @Nullable String waId) implements SendOutcome {
        @Override
        public String name() {
            return "accepted";
        }
    }

    /** Meta answered with an error of its own that tells for certain that nothing was processed. */
    record Refused(GraphError error, GraphErrorAdvice.Kind kind) implements SendOutcome {
        @Override
        public String name() {
            return switch (kind) {
                case THROTTLE_NUMBER, THROTTLE_PAIR, THROTTLE_ACCOUNT, MAINTENANCE -> "throttled";
                default -> "refused";
            };
        }
    }

    /** Meta reports a fault that probably, not certainly, means that nothing was processed. */
    record ProbablyNotProcessed(GraphError error) implements SendOutcome {
        @Override
        public String name() {
            return "ambiguous";
        }
    }

    /** The request did not leave: no host, no connection, no TLS, or we stopped before. */
    record NotSent(String reason) implements SendOutcome {
        @Override
        public String name() {
            return "not_sent";
        }
    }

    /** Something that is not Graph answered: a proxy, or a wrong address. Nothing was processed. */
    record NotGraph(String reason) implements SendOutcome {
        @Override
        public String name() {
            return "not_sent";
        }
    }

    /** The request left and no answer tells what became of it. */
    record Ambiguous(String reason) implements SendOutcome {
        @Override
        public String name() {
            return "ambiguous";
        }
    }
}
