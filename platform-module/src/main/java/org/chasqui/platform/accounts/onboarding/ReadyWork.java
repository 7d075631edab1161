package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import org.chasqui.platform.accounts.Connections;
import org.chasqui.platform.graph.NumberNode;

/** Meta is asked how the numbers stand now; only then do they become numbers of the gateway. */
@ApplicationScoped
class ReadyWork implements StepWork {
    @Inject
    MetaSignup meta;

    @Inject
    OnboardingStore store;

    @Inject
    OnboardingLinks links;

    @Inject
    RunToken token;

    @Inject
    Connections connections;

    @Override
    public Step step() {
        return Step.READY;
    }

    @Override
    public String request(Run run) {
        return "GET /" + RunAccount.of(run).id() + "/phone_numbers";
    }

    @Override
    public Done perform(Run run) {
        var value = token.of(run);
        var id = RunAccount.of(run).id();
        var meant = run.view().facts().numbers().stream().map(NumberNode::id).toList();
        var waba = meta.waba(id, value);
        var numbers = meta.numbers(id, value).stream()
                .filter(number -> meant.contains(number.id()))
                .toList();
        if (numbers.isEmpty()) {
            throw new StepFailed(ProblemCode.NO_NUMBER);
        }
        if (!numbers.stream().allMatch(number -> NumberState.isInApp(number) || NumberState.isRegistered(number))) {
            // Meta needs a moment after the registration, and longer when the name is under review.
            throw new StepFailed(Problem.passing(ProblemCode.NOT_CONNECTED));
        }
        connections.connect(run.view().workspaceId(), waba, numbers, value);
        store.keepFacts(run.view().id(), run.view().facts().with(waba, numbers));
        store.keepToken(run.view().id(), null);
        links.used(run.view().linkId());
        var shown = new LinkedHashMap<String, Object>();
        numbers.forEach(number -> shown.put(NumberState.display(number), number.status()));
        return Done.with(Trace.of(request(run), shown));
    }
}
