package org.chasqui.platform.accounts.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An onboarding with what only the saga may know.
 *
 * @param wantedWaba the account that the window or the caller named; null when none was
 * @param wantedNumber the number that was named; null when none was
 * @param code the window's code, sealed; null when there is none, or none any more
 * @param codeAt when the code came to us
 * @param token the token, sealed; null before the exchange and after the account has it
 * @param pin the two-step PIN, sealed; null until there is one
 */
record Run(
        OnboardingView view,
        @Nullable String wantedWaba,
        @Nullable String wantedNumber,
        @Nullable String code,
        @Nullable Instant codeAt,
        @Nullable String token,
        @Nullable String pin) {
    /** How long Meta takes a code. */
    static final Duration CODE_LIFE = Duration.ofSeconds(30);

    Run with(List<StepView> steps) {
        return new Run(view.with(steps), wantedWaba, wantedNumber, code, codeAt, token, pin);
    }

    /** The step that the saga does next; empty when all of its steps are behind. */
    Optional<StepView> next() {
        return view.steps().stream()
                .filter(step -> step.step() != Step.WINDOW && !step.state().isBehind())
                .findFirst();
    }

    boolean isCodeOver(Instant now) {
        return codeAt != null && now.isAfter(codeAt.plus(CODE_LIFE));
    }
}
