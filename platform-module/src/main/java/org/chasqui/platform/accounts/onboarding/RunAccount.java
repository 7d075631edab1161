package org.chasqui.platform.accounts.onboarding;

import org.chasqui.platform.graph.WabaNode;

/** The account that a run has found. */
final class RunAccount {
    private RunAccount() {}

    static WabaNode of(Run run) {
        var waba = run.view().facts().waba();
        if (waba == null) {
            throw new StepFailed(ProblemCode.NO_ACCOUNT);
        }
        return waba;
    }
}
