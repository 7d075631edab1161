package org.chasqui.platform.accounts.onboarding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells of Meta's window. Two channels lead out of it, the code that the login gives and the message that
 * says what was chosen; they come in either order, one may be lost, and both may come twice. The code alone sets the
 * saga going: it lives for 30 seconds only.
 */
@ApplicationScoped
public class SignupWindow {
    @Inject
    OnboardingStore store;

    @Inject
    RunSecrets secrets;

    @Inject
    Ids ids;

    @Inject
    Event<OnboardingMoved> moved;

    /** Goes on in the background; {@link OnboardingRunner} in the server. */
    private Consumer<UUID> runner = id -> {};

    @EJB
    void setRunner(OnboardingRunner bean) {
        runner = bean::advance;
    }

    /** For tests: somebody else who goes on. */
    void goOnWith(Consumer<UUID> other) {
        runner = other;
    }

    /**
     * Whose window it is.
     *
     * @param onboardingId the run that it belongs to; null for the run of the link, or a new one
     * @param startedBy e-mail of a person, or name of a link
     * @param linkId the link that led to it; null without one
     */
    public record Opening(
            UUID workspaceId,
            @Nullable UUID onboardingId,
            String startedBy,
            boolean coexistence,
            @Nullable UUID linkId) {}

    /**
     * The window opens, for the first time or again. Returns the id of its run.
     *
     * @throws RequestFailed CONFLICT when the run has come to its end, NOT_FOUND when it is another workspace's
     */
    public UUID opened(Opening opening) {
        var link = opening.linkId();
        var known = link == null
                ? null
                : store.byLink(link).map(run -> run.view().id()).orElse(null);
        var id = known != null ? known : opening.onboardingId() != null ? opening.onboardingId() : ids.next();
        store.create(
                new OnboardingStore.Start(
                        id,
                        opening.workspaceId(),
                        OnboardingView.Method.EMBEDDED,
                        opening.startedBy(),
                        opening.coexistence(),
                        link,
                        null,
                        null),
                EnumSet.allOf(Step.class));
        var run = run(opening.workspaceId(), id);
        if (run.view().isConnected()) {
            throw new RequestFailed(FailureCode.CONFLICT, "The number is connected already.");
        }
        store.openWindow(id);
        tell(run);
        return id;
    }

    /** The login has given a code. The same once more changes nothing. */
    public void code(UUID workspaceId, UUID id, String given) {
        var code = given.strip();
        MetaIds.checkCode(code);
        var run = run(workspaceId, id);
        var state = run.view().state();
        var isAtWork = state == OnboardingState.RUNNING && run.view().problem().isEmpty();
        var hash = RunSecrets.hash(code);
        if (state == OnboardingState.READY
                || isAtWork
                || store.byCode(workspaceId, hash).isPresent()) {
            return;
        }
        if (!store.keepCode(id, secrets.seal(RunSecrets.Kind.CODE, id, code), hash)) {
            return;
        }
        run.view()
                .step(Step.WINDOW)
                .ifPresent(window ->
                        store.end(id, Step.WINDOW, StepState.DONE, new Trace(null, null, window.answer()), null));
        tell(run);
        runner.accept(id);
    }

    /** The window has sent a message; what is none of Embedded Signup is ignored. */
    public void heard(UUID workspaceId, UUID id, String message) {
        var news = WindowNews.read(message);
        if (news.isEmpty()) {
            return;
        }
        var run = run(workspaceId, id);
        if (run.view().state() == OnboardingState.READY) {
            note(run, news.get());
            return;
        }
        if (news.get() instanceof WindowNews.Finished finished) {
            finished(run, finished);
        } else if (news.get() instanceof WindowNews.Cancelled cancelled) {
            cancelled(run, cancelled.at());
        } else if (news.get() instanceof WindowNews.Failed failed) {
            failed(run, problem(failed));
        }
        tell(run);
    }

    private void finished(Run run, WindowNews.Finished finished) {
        var id = run.view().id();
        store.want(id, finished.wabaId(), finished.phoneNumberId(), finished.coexistence());
        var isWaiting = run.view().state() == OnboardingState.WAITING;
        store.end(
                id,
                Step.WINDOW,
                isWaiting ? StepState.RUNNING : StepState.DONE,
                new Trace(null, null, Rows.write(shown(finished))),
                null);
        var waitsForChoice = run.view().state() == OnboardingState.FAILED
                && finished.phoneNumberId() != null
                && run.view()
                        .problem()
                        .filter(problem -> problem.code() == ProblemCode.CHOOSE_NUMBER)
                        .isPresent();
        if (waitsForChoice) {
            store.restartFrom(id, Step.FIND);
            store.goOn(id);
        }
        store.hurry(id);
        if (!isWaiting) {
            runner.accept(id);
        }
    }

    /** A message that comes when all is done changes nothing; that it came is worth knowing. */
    private void note(Run run, WindowNews news) {
        var isSilent = run.view()
                .step(Step.WINDOW)
                .filter(window -> window.answer() == null)
                .isPresent();
        if (isSilent && news instanceof WindowNews.Finished finished) {
            store.end(
                    run.view().id(),
                    Step.WINDOW,
                    StepState.DONE,
                    new Trace(null, null, Rows.write(shown(finished))),
                    null);
            tell(run);
        }
    }

    private static Map<String, String> shown(WindowNews.Finished finished) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("event", finished.coexistence() ? "FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING" : "FINISH");
        shown.put("waba_id", String.valueOf(finished.wabaId()));
        shown.put("phone_number_id", String.valueOf(finished.phoneNumberId()));
        return shown;
    }

    private void cancelled(Run run, @Nullable String at) {
        var id = run.view().id();
        var words = at == null ? "The window was closed." : "The window was closed at the step " + at + ".";
        store.end(id, Step.WINDOW, StepState.SKIPPED, Trace.sentence(words), null);
        if (run.view().state() == OnboardingState.WAITING) {
            store.move(id, OnboardingState.CANCELLED, null);
        }
    }

    private void failed(Run run, Problem problem) {
        var id = run.view().id();
        store.end(id, Step.WINDOW, StepState.FAILED, Trace.failed(null, null), problem);
        if (run.view().state() == OnboardingState.WAITING) {
            store.move(id, OnboardingState.FAILED, null);
        }
    }

    private static Problem problem(WindowNews.Failed failed) {
        var words = failed.errorId() == null ? failed.words() : failed.words() + " (" + failed.errorId() + ")";
        return new Problem(
                ProblemCode.WINDOW_FAILED,
                ProblemCode.WINDOW_FAILED.what(),
                ProblemCode.WINDOW_FAILED.how(),
                false,
                null,
                null,
                null,
                Redaction.ofSecrets(words),
                failed.sessionId());
    }

    /** The window is closed, and the login gave no code. */
    public void closed(UUID workspaceId, UUID id) {
        var run = run(workspaceId, id);
        var window = run.view().step(Step.WINDOW);
        if (window.isEmpty() || window.get().state() != StepState.RUNNING) {
            return;
        }
        if (window.get().answer() == null) {
            cancelled(run, null);
        } else {
            failed(run, Problem.of(ProblemCode.NO_CODE));
        }
        tell(run);
    }

    private Run run(UUID workspaceId, UUID id) {
        return store.find(workspaceId, id).orElseThrow(() -> RequestFailed.notFound("onboarding", id.toString()));
    }

    private void tell(Run run) {
        moved.fire(new OnboardingMoved(run.view().workspaceId(), run.view().id()));
    }
}
