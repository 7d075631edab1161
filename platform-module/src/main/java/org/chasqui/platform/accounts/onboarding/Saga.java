package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.leases.Leases;

/** Goes through the steps of an onboarding, one after another, as far as it gets. */
@ApplicationScoped
class Saga {
    private static final Logger LOG = System.getLogger(Saga.class.getName());

    /** When a run whose process has died is taken up again. Longer than no step, but two at once are kept apart by a lease. */
    private static final Duration PRESUMED_DEAD = Duration.ofSeconds(3);

    @Inject
    OnboardingStore store;

    @Inject
    Instance<StepWork> works;

    @Inject
    Leases leases;

    @Inject
    Clock clock;

    @Inject
    Event<OnboardingMoved> moved;

    /** Goes on with a run until it is ready, fails, or must wait; returns at once when somebody else is at it. */
    void advance(UUID id) {
        leases.runAlone("onboarding-" + id, () -> {
            while (takeStep(id)) {
                // The next one.
            }
        });
    }

    private boolean takeStep(UUID id) {
        var run = store.find(id)
                .filter(found -> found.view().state() == OnboardingState.RUNNING)
                .orElse(null);
        if (run == null || isResting(run)) {
            return false;
        }
        var next = run.next();
        if (next.isEmpty()) {
            finish(run);
            return false;
        }
        var step = next.get().step();
        // On disk before Meta hears of it: who finds it like this after a crash looks at Meta before doing it again.
        store.move(id, OnboardingState.RUNNING, clock.instant().plus(PRESUMED_DEAD));
        if (!store.begin(id, step)) {
            return false;
        }
        tell(run);
        var isDone = attempt(run, step, next.get().tries() + 1);
        tell(run);
        return isDone;
    }

    /** Whether its next try is yet to come: somebody was sent for it twice. */
    private boolean isResting(Run run) {
        var next = run.view().nextAt();
        return next != null && run.view().problem().isPresent() && next.isAfter(clock.instant());
    }

    private boolean attempt(Run run, Step step, int tries) {
        var work = work(step);
        var id = run.view().id();
        try {
            var done = work.perform(run);
            store.end(id, step, done.state(), done.trace(), null);
            return true;
        } catch (RuntimeException thrown) {
            var problem = Problems.of(step, thrown);
            if (problem.code() == ProblemCode.INTERNAL) {
                LOG.log(Level.ERROR, "Onboarding " + id + " failed at " + step, thrown);
            }
            fail(run, work, problem, tries);
            return false;
        }
    }

    private void fail(Run run, StepWork work, Problem problem, int tries) {
        var id = run.view().id();
        var pause = Backoff.after(work.step(), problem, tries);
        LOG.log(
                Level.INFO,
                "Onboarding {0} failed at {1}: {2} (code {3} of Meta), {4}",
                id,
                work.step(),
                problem.code(),
                Optional.ofNullable(problem.metaCode()).map(Object::toString).orElse("none"),
                pause.map(length -> "tried again in " + length).orElse("a person must act"));
        store.end(
                id,
                work.step(),
                StepState.FAILED,
                Trace.failed(problem.httpStatus() == null ? null : work.request(run), problem.httpStatus()),
                pause.isEmpty() ? problem.forGood() : problem);
        store.move(
                id,
                pause.isEmpty() ? OnboardingState.FAILED : OnboardingState.RUNNING,
                pause.map(length -> clock.instant().plus(length)).orElse(null));
    }

    private void finish(Run run) {
        run.view()
                .step(Step.WINDOW)
                .filter(window -> !window.state().isBehind())
                .ifPresent(window -> store.end(
                        run.view().id(), Step.WINDOW, StepState.DONE, new Trace(null, null, window.answer()), null));
        store.move(run.view().id(), OnboardingState.READY, null);
        LOG.log(Level.INFO, "Onboarding {0} is ready", run.view().id());
        tell(run);
    }

    private void tell(Run run) {
        moved.fire(new OnboardingMoved(run.view().workspaceId(), run.view().id()));
    }

    private StepWork work(Step step) {
        for (var work : works) {
            if (work.step() == step) {
                return work;
            }
        }
        throw new IllegalStateException("Nobody does the step " + step);
    }
}
