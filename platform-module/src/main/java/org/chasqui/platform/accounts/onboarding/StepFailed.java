package org.chasqui.platform.accounts.onboarding;

/** A step cannot be done; the problem says why. Never leaves the saga. */
final class StepFailed extends RuntimeException {
    private final transient Problem problem;

    StepFailed(Problem problem) {
        super(problem.code().name(), null, false, false);
        this.problem = problem;
    }

    StepFailed(ProblemCode code) {
        this(Problem.of(code));
    }

    Problem problem() {
        return problem;
    }
}
