package org.chasqui.api.dialog360;

import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphError;

/** Meta said no while the client waited; it is told Meta's own code and words. */
public final class MetaRefusal extends RequestFailed {
    private final transient GraphError error;

    public MetaRefusal(GraphError error) {
        super(FailureCode.PROVIDER_REJECTED, error.title());
        this.error = error;
    }

    GraphError error() {
        return error;
    }
}
