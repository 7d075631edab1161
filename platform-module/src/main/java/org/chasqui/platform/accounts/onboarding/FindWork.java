package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.platform.accounts.Connections;
import org.chasqui.platform.graph.NumberNode;
import org.chasqui.platform.graph.WabaNode;

/**
 * Which account and which numbers are meant. The window says it in a message that may be late or lost; what the token
 * was given for says it, too, unless there is more than one.
 */
@ApplicationScoped
class FindWork implements StepWork {
    /** More accounts than this are not searched for a number. */
    private static final int MOST_ACCOUNTS = 20;

    @Inject
    MetaSignup meta;

    @Inject
    OnboardingStore store;

    @Inject
    RunToken token;

    @Inject
    Connections connections;

    @Override
    public Step step() {
        return Step.FIND;
    }

    @Override
    public String request(Run run) {
        var waba = run.wantedWaba();
        return waba == null ? "GET /{waba}/phone_numbers" : "GET /" + waba + "/phone_numbers";
    }

    private record Found(WabaNode waba, List<NumberNode> numbers) {}

    @Override
    public Done perform(Run run) {
        var value = token.of(run);
        var all = new ArrayList<Found>();
        for (var wabaId : candidates(run)) {
            connections.demandFree(run.view().workspaceId(), wabaId);
            all.add(new Found(meta.waba(wabaId, value), meta.numbers(wabaId, value)));
        }
        var found = run.wantedNumber() == null ? unnamed(run, all) : named(run, all, run.wantedNumber());
        store.keepFacts(run.view().id(), run.view().facts().with(found.waba(), found.numbers()));
        return Done.with(Trace.of("GET /" + found.waba().id() + "/phone_numbers", shown(found, all)));
    }

    private static List<String> candidates(Run run) {
        if (run.wantedWaba() != null) {
            return List.of(run.wantedWaba());
        }
        var told = run.view().facts().token();
        var wabas = told == null ? List.<String>of() : told.wabas();
        if (wabas.isEmpty()) {
            throw new StepFailed(ProblemCode.NO_ACCOUNT);
        }
        return wabas.subList(0, Math.min(wabas.size(), MOST_ACCOUNTS));
    }

    private Found named(Run run, List<Found> all, String phoneNumberId) {
        for (var account : all) {
            var one = account.numbers().stream()
                    .filter(number -> number.id().equals(phoneNumberId))
                    .toList();
            if (!one.isEmpty()) {
                return new Found(account.waba(), one);
            }
        }
        throw choose(run, all, Problem.of(ProblemCode.NUMBER_NOT_THERE));
    }

    /** All that are registered; else the only one. */
    private Found unnamed(Run run, List<Found> all) {
        var numbers = all.stream().mapToInt(account -> account.numbers().size()).sum();
        if (numbers == 0) {
            throw new StepFailed(ProblemCode.NO_NUMBER);
        }
        if (numbers == 1) {
            return all.stream()
                    .filter(account -> !account.numbers().isEmpty())
                    .findFirst()
                    .orElseThrow();
        }
        if (all.size() == 1 && run.view().method() == OnboardingView.Method.MANUAL) {
            var account = all.get(0);
            var registered =
                    account.numbers().stream().filter(NumberState::isRegistered).toList();
            if (!registered.isEmpty()) {
                return new Found(account.waba(), registered);
            }
        }
        throw choose(
                run,
                all,
                isWindowSilent(run)
                        ? Problem.passing(ProblemCode.CHOOSE_NUMBER)
                        : Problem.of(ProblemCode.CHOOSE_NUMBER));
    }

    /** Whether the window's message may still come: the code can overtake it. */
    private static boolean isWindowSilent(Run run) {
        return run.view()
                .step(Step.WINDOW)
                .filter(window -> window.answer() == null)
                .isPresent();
    }

    private StepFailed choose(Run run, List<Found> all, Problem problem) {
        var choices =
                all.stream().flatMap(account -> account.numbers().stream()).toList();
        store.keepFacts(run.view().id(), run.view().facts().choosing(all.get(0).waba(), choices));
        return new StepFailed(problem);
    }

    private static Map<String, Object> shown(Found found, List<Found> all) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("account", found.waba().name());
        shown.put("accounts", all.size());
        shown.put(
                "phone_numbers",
                all.stream().mapToInt(account -> account.numbers().size()).sum());
        shown.put("meant", found.numbers().stream().map(NumberState::display).toList());
        return shown;
    }
}
