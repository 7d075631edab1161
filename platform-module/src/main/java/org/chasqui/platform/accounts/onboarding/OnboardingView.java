package org.chasqui.platform.accounts.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An onboarding with its steps.
 *
 * @param method whether Meta's window or a token brings the account
 * @param linkId the link that it came by; null without one
 * @param startedBy e-mail of a person, name of a key, or of a link
 * @param coexistence whether the number stays in the WhatsApp Business app
 * @param facts what Meta told
 * @param nextAt when the gateway goes on by itself; null when it does not
 * @param steps those that this onboarding has, in their order
 */
public record OnboardingView(
        UUID id,
        UUID workspaceId,
        Method method,
        @Nullable UUID linkId,
        String startedBy,
        OnboardingState state,
        boolean coexistence,
        Facts facts,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant nextAt,
        List<StepView> steps) {
    /** How an account comes in. */
    public enum Method {
        EMBEDDED,
        MANUAL
    }

    public OnboardingView {
        steps = List.copyOf(steps);
    }

    OnboardingView with(List<StepView> others) {
        return new OnboardingView(
                id,
                workspaceId,
                method,
                linkId,
                startedBy,
                state,
                coexistence,
                facts,
                createdAt,
                updatedAt,
                finishedAt,
                nextAt,
                others);
    }

    /** The step that is being done or comes next; empty when all are behind. */
    public Optional<StepView> current() {
        return steps.stream().filter(step -> !step.state().isBehind()).findFirst();
    }

    /** A step; empty when this onboarding does not have it. */
    public Optional<StepView> step(Step wanted) {
        return steps.stream().filter(step -> step.step() == wanted).findFirst();
    }

    /** Whether its numbers can send: what there is still to do does not keep them from it. */
    public boolean isConnected() {
        return step(Step.READY).filter(ready -> ready.state().isBehind()).isPresent();
    }

    /** Why it stands still or tries again; empty when nothing is wrong. */
    public Optional<Problem> problem() {
        return state == OnboardingState.READY
                ? Optional.empty()
                : steps.stream()
                        .filter(step -> step.state() == StepState.FAILED && step.problem() != null)
                        .findFirst()
                        .map(StepView::problem);
    }
}
