package org.chasqui.templates.templates;

import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphFailed;

/** What Meta's refusal of a template means for who asked. */
final class Refusal {
    private static final int NAME_IS_RESTING = 2388023;
    private static final int NAME_IS_TAKEN = 2388024;

    private Refusal() {}

    static RequestFailed of(GraphFailed failed) {
        var error = failed.error();
        var refusal = failed.asRefusal();
        var subcode = error.subcode();
        var said = error.details() == null ? "" : " Meta says: " + error.details();
        if (subcode != null && (subcode == NAME_IS_TAKEN || subcode == NAME_IS_RESTING)) {
            return new RequestFailed(FailureCode.CONFLICT, refusal.getMessage() + said, failed);
        }
        if (refusal.code() == FailureCode.PROVIDER_REJECTED) {
            return new RequestFailed(FailureCode.PROVIDER_REJECTED, refusal.getMessage() + said, failed);
        }
        return refusal;
    }
}
