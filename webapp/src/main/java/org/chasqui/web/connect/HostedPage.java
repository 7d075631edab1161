package org.chasqui.web.connect;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.chasqui.platform.accounts.onboarding.LinkView;
import org.chasqui.platform.accounts.onboarding.Mend;
import org.chasqui.platform.accounts.onboarding.OnboardingState;
import org.chasqui.platform.accounts.onboarding.OnboardingView;
import org.chasqui.platform.accounts.onboarding.Onboardings;
import org.chasqui.platform.accounts.onboarding.Problem;
import org.chasqui.platform.accounts.onboarding.Step;
import org.chasqui.platform.users.WorkspaceView;
import org.chasqui.platform.users.Workspaces;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** What an end customer sees who has followed a link. */
@Named
@RequestScoped
public class HostedPage {
    private static final Texts TEXTS = Texts.of("connect");

    /** The steps that mean something to somebody who has never heard of an API. */
    private static final List<Step> SHOWN = List.of(Step.WINDOW, Step.FIND, Step.SUBSCRIBE, Step.REGISTER, Step.READY);

    @Inject
    HttpServletRequest request;

    @Inject
    Onboardings onboardings;

    @Inject
    Workspaces workspaces;

    @Inject
    Clock clock;

    private @Nullable OnboardingView run;

    private @Nullable LinkView link() {
        return (LinkView) request.getAttribute(OnboardServlet.LINK);
    }

    private @Nullable OnboardingView run() {
        var link = link();
        if (run == null && link != null) {
            run = onboardings.ofLink(link.id()).orElse(null);
        }
        return run;
    }

    /** unknown, expired, revoked, used, or open, running, failed as the run goes. */
    public String getState() {
        var link = link();
        if (link == null) {
            return "unknown";
        }
        var state = link.state(clock.instant());
        var run = run();
        // Who is in the middle of it when the link ends is not thrown out.
        if (run != null && run.isConnected()) {
            return "used";
        }
        if (run != null && run.state() == OnboardingState.RUNNING) {
            return "running";
        }
        if (state != LinkView.State.OPEN) {
            return state.wireName();
        }
        return run != null && run.state() == OnboardingState.FAILED ? "failed" : "open";
    }

    /** Whether what there is to say ends the way here. */
    public boolean isEnd() {
        return List.of("unknown", "expired", "revoked", "used").contains(getState());
    }

    public String getEndTitle() {
        return TEXTS.getOr("hosted." + getState(), "");
    }

    public String getEndText() {
        return TEXTS.getOr("hosted." + getState() + ".text", "");
    }

    /** Who asks. */
    public String getWorkspace() {
        var link = link();
        return link == null
                ? ""
                : workspaces.byId(link.workspaceId()).map(WorkspaceView::name).orElse("");
    }

    public String getWorkspaceInitials() {
        return Formats.initials(getWorkspace());
    }

    public String getName() {
        var link = link();
        return link == null ? "" : link.name();
    }

    public boolean isCoexistence() {
        var link = link();
        return link != null && link.coexistence();
    }

    /** The address that the page's script talks to. */
    public String getAddress() {
        return String.valueOf(request.getAttribute(OnboardServlet.ADDRESS));
    }

    public List<HostedStep> getSteps() {
        var run = run();
        var steps = SHOWN.stream()
                .filter(step -> step != Step.REGISTER || !isCoexistence())
                .toList();
        return steps.stream()
                .map(step -> new HostedStep(
                        TEXTS.get("hosted.step." + step.name().toLowerCase(Locale.ROOT)), look(run, step)))
                .toList();
    }

    private static String look(@Nullable OnboardingView run, Step shown) {
        if (run == null) {
            return "ahead";
        }
        var step = run.step(shown);
        if (step.isPresent() && step.get().state().isBehind() && !isWindowUndone(run, shown)) {
            return "done";
        }
        var current = run.current();
        var isHere = current.isPresent()
                && current.get().step().compareTo(shown) <= 0
                && SHOWN.stream()
                        .noneMatch(other -> other.compareTo(current.get().step()) >= 0 && other.compareTo(shown) < 0);
        if (!isHere) {
            return "ahead";
        }
        return run.state() == OnboardingState.FAILED ? "failed" : "now";
    }

    private static boolean isWindowUndone(OnboardingView run, Step shown) {
        return shown == Step.WINDOW && run.state() == OnboardingState.CANCELLED;
    }

    /** How many steps are behind; the script looks again when it changes. */
    static long behind(OnboardingView run) {
        return run.steps().stream().filter(step -> step.state().isBehind()).count();
    }

    public long getBehind() {
        var run = run();
        return run == null ? 0 : behind(run);
    }

    private @Nullable Problem problem() {
        var run = run();
        return run == null ? null : run.problem().orElse(null);
    }

    public boolean isProblem() {
        return getState().equals("failed") && problem() != null;
    }

    public String getWhat() {
        var problem = problem();
        return problem == null ? "" : problem.what();
    }

    public String getHow() {
        var problem = problem();
        return problem == null ? "" : problem.how();
    }

    public String getTrace() {
        var problem = problem();
        return problem == null || problem.trace() == null ? "" : problem.trace();
    }

    private boolean mends(Mend mend) {
        var problem = problem();
        return isProblem() && problem != null && problem.code().mend() == mend;
    }

    public boolean isPinWanted() {
        return mends(Mend.GIVE_PIN);
    }

    public boolean isChoiceWanted() {
        return mends(Mend.CHOOSE_NUMBER);
    }

    public boolean isRetryWanted() {
        return mends(Mend.RETRY);
    }

    /** Whether Meta's window is the next thing. */
    public boolean isWindowWanted() {
        return getState().equals("open") || mends(Mend.REOPEN);
    }

    public List<NumberChoice> getChoices() {
        var run = run();
        return run == null ? List.of() : NumberChoice.of(run);
    }

    /** The number that is connected now. */
    public String getNumber() {
        var run = run();
        return run == null || run.facts().numbers().isEmpty()
                ? ""
                : String.valueOf(run.facts().numbers().get(0).displayPhoneNumber());
    }
}
