package org.chasqui.web.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chasqui.platform.accounts.onboarding.Mend;
import org.chasqui.platform.accounts.onboarding.OnboardingState;
import org.chasqui.platform.accounts.onboarding.OnboardingView;
import org.chasqui.platform.accounts.onboarding.Problem;
import org.chasqui.platform.accounts.onboarding.Step;
import org.chasqui.platform.accounts.onboarding.StepState;
import org.chasqui.platform.accounts.onboarding.StepView;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A step on the time line. */
public final class RunStep {
    private static final Texts TEXTS = Texts.of("connect");
    private static final int REGISTRATIONS = 10;

    private final OnboardingView run;
    private final StepView step;
    private final int number;

    RunStep(OnboardingView run, StepView step, int number) {
        this.run = run;
        this.step = step;
        this.number = number;
    }

    public int getNumber() {
        return number;
    }

    public String getKey() {
        return step.step().name();
    }

    public String getName() {
        return TEXTS.get("step." + step.step().wireName());
    }

    /** done, skipped, now, again, failed, cancelled or ahead. */
    public String getLook() {
        return switch (step.state()) {
            case DONE -> "done";
            case SKIPPED -> isWindowClosed() ? "cancelled" : "skipped";
            case RUNNING -> "now";
            case FAILED -> run.state() == OnboardingState.RUNNING ? "again" : "failed";
            case PENDING -> "ahead";
        };
    }

    private boolean isWindowClosed() {
        return step.step() == Step.WINDOW && run.state() == OnboardingState.CANCELLED;
    }

    public String getIcon() {
        return switch (getLook()) {
            case "done" -> "check";
            case "failed", "cancelled" -> "x";
            case "again" -> "rotate-ccw";
            default -> "";
        };
    }

    /** The call at Meta; empty when there was none. */
    public String getRequest() {
        return step.request() == null ? "" : step.request();
    }

    public String getStatus() {
        return step.httpStatus() == null ? "" : step.httpStatus().toString();
    }

    public boolean isStatusGood() {
        return step.httpStatus() != null && step.httpStatus() < 400;
    }

    /** What Meta answered, or what the step does while it has not. */
    public String getAnswer() {
        if (step.answer() != null) {
            return AnswerText.of(step.answer());
        }
        return step.state() == StepState.PENDING || step.state() == StepState.RUNNING
                ? TEXTS.get("step." + step.step().wireName() + ".sub")
                : "";
    }

    public String getTook() {
        return step.startedAt() == null || step.finishedAt() == null
                ? ""
                : Formats.duration(Duration.between(step.startedAt(), step.finishedAt()));
    }

    public @Nullable Instant getAt() {
        return step.startedAt();
    }

    /** For example {@code Failed, try 2}. */
    public String getPill() {
        return switch (getLook()) {
            case "failed" -> TEXTS.get("pill.failed", step.attempts());
            case "again" -> TEXTS.get("pill.again", step.attempts());
            case "now" -> TEXTS.get(step.step() == Step.WINDOW ? "pill.open" : "pill.now");
            case "skipped" -> TEXTS.get("pill.skipped");
            case "cancelled" -> TEXTS.get("pill.cancelled");
            default -> "";
        };
    }

    public String getPillColour() {
        return switch (getLook()) {
            case "failed" -> "red";
            case "again" -> "amber";
            case "now" -> "blue";
            default -> "";
        };
    }

    /** Whether a person may have it done again: what is behind, in a run that stands still. */
    public boolean isRepeatable() {
        var stands = run.state() == OnboardingState.READY || run.state() == OnboardingState.FAILED;
        return stands && step.state().isBehind() && step.step().compareTo(Step.INSPECT) >= 0;
    }

    private @Nullable Problem problem() {
        return step.state() == StepState.FAILED ? step.problem() : null;
    }

    public boolean isProblem() {
        return problem() != null;
    }

    public String getWhat() {
        var problem = problem();
        return problem == null ? "" : problem.what();
    }

    public String getHow() {
        var problem = problem();
        return problem == null ? "" : problem.how();
    }

    /** Meta's code and words. */
    public String getMetaWords() {
        var problem = problem();
        if (problem == null) {
            return "";
        }
        var code = problem.metaCode() == null
                ? ""
                : problem.metaCode() + (problem.metaSubcode() == null ? "" : "/" + problem.metaSubcode());
        var words = problem.metaWords() == null ? "" : problem.metaWords();
        return code.isEmpty() || words.isEmpty() ? code + words : code + " · " + words;
    }

    public String getTrace() {
        var problem = problem();
        return problem == null || problem.trace() == null ? "" : problem.trace();
    }

    /** When the gateway tries again; null when it does not. */
    public @Nullable Instant getNextAt() {
        return getLook().equals("again") ? run.nextAt() : null;
    }

    private boolean mends(Mend mend) {
        var problem = problem();
        return problem != null && getLook().equals("failed") && problem.code().mend() == mend;
    }

    public boolean isPinWanted() {
        return mends(Mend.GIVE_PIN);
    }

    public boolean isChoiceWanted() {
        return mends(Mend.CHOOSE_NUMBER);
    }

    public boolean isWindowWanted() {
        return mends(Mend.REOPEN) && run.method() == OnboardingView.Method.EMBEDDED && run.linkId() == null;
    }

    public boolean isTokenWanted() {
        return mends(Mend.REOPEN) && run.method() == OnboardingView.Method.MANUAL;
    }

    /** Whether a button may try again; with a PIN, too, because two-step verification may have been turned off. */
    public boolean isRetryWanted() {
        return mends(Mend.RETRY) || mends(Mend.GIVE_PIN);
    }

    /** How many of Meta's ten registrations in 72 hours are used up here; 0 for other steps. */
    public int getUsed() {
        return step.step() == Step.REGISTER && isProblem() ? Math.min(step.attempts(), REGISTRATIONS) : 0;
    }

    public String getUsedText() {
        return TEXTS.get("register.used", getUsed());
    }

    /** For CSS: {@code used} for each, {@code free} for the rest of ten. */
    public List<String> getUses() {
        return IntStream.range(0, REGISTRATIONS)
                .mapToObj(at -> at < getUsed() ? "used" : "free")
                .toList();
    }

    String segment() {
        return getLook().toLowerCase(Locale.ROOT);
    }
}
