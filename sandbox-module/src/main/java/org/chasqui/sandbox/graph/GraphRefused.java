package org.chasqui.sandbox.graph;

import org.chasqui.sandbox.meta.GraphFailure;

/** Ends a request with a failure in Meta's envelope. */
final class GraphRefused extends RuntimeException {

    private final transient GraphFailure failure;

    GraphRefused(GraphFailure failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    GraphFailure failure() {
        return failure;
    }
}
