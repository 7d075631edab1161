package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.chasqui.platform.accounts.Connections;

/** The token that a run works with: its own, and after its end the one that the account holds. */
@ApplicationScoped
class RunToken {
    @Inject
    RunSecrets secrets;

    @Inject
    Connections connections;

    String of(Run run) {
        var sealed = run.token();
        if (sealed != null) {
            return secrets.open(RunSecrets.Kind.TOKEN, run.view().id(), sealed);
        }
        var waba = run.view().facts().waba();
        if (waba == null) {
            throw new StepFailed(ProblemCode.TOKEN_INVALID);
        }
        return connections
                .token(run.view().workspaceId(), waba.id())
                .orElseThrow(() -> new StepFailed(ProblemCode.TOKEN_INVALID));
    }
}
