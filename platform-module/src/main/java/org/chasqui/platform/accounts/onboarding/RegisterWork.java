package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.chasqui.platform.graph.NumberNode;

/**
 * The numbers are registered for the Cloud API. Meta counts every try, ten in 72 hours, so it is asked first whether
 * there is anything to do; and the PIN is on disk before it becomes the number's.
 */
@ApplicationScoped
class RegisterWork implements StepWork {
    private static final int PINS = 1_000_000;

    private final SecureRandom random = new SecureRandom();

    @Inject
    MetaSignup meta;

    @Inject
    OnboardingStore store;

    @Inject
    RunSecrets secrets;

    @Inject
    RunToken token;

    @Override
    public Step step() {
        return Step.REGISTER;
    }

    @Override
    public String request(Run run) {
        var numbers = run.view().facts().numbers();
        return "POST /" + (numbers.isEmpty() ? "{number}" : numbers.get(0).id()) + "/register";
    }

    @Override
    public Done perform(Run run) {
        var value = token.of(run);
        var todo = unregistered(run, value);
        if (todo.isEmpty()) {
            return Done.skipped(
                    run.view().coexistence() || inApp(run)
                            ? "The number stays in the WhatsApp Business app and must not be registered."
                            : "Meta says that it is registered already.");
        }
        var pin = pin(run);
        for (var number : todo) {
            meta.register(number.id(), value, pin);
        }
        var shown = new LinkedHashMap<String, Object>();
        shown.put("success", true);
        shown.put("registered", todo.stream().map(NumberState::display).toList());
        return Done.with(Trace.of("POST /" + todo.get(0).id() + "/register", shown));
    }

    private List<NumberNode> unregistered(Run run, String value) {
        var meant = run.view().facts().numbers().stream().map(NumberNode::id).toList();
        var todo = new ArrayList<NumberNode>();
        if (!run.view().coexistence()) {
            for (var number : meta.numbers(RunAccount.of(run).id(), value)) {
                if (meant.contains(number.id()) && !NumberState.isInApp(number) && !NumberState.isRegistered(number)) {
                    todo.add(number);
                }
            }
        }
        return todo;
    }

    private static boolean inApp(Run run) {
        return run.view().facts().numbers().stream().anyMatch(NumberState::isInApp);
    }

    private String pin(Run run) {
        var id = run.view().id();
        if (run.pin() != null) {
            return secrets.open(RunSecrets.Kind.PIN, id, run.pin());
        }
        var made = String.format(Locale.ROOT, "%06d", random.nextInt(PINS));
        store.keepPin(id, secrets.seal(RunSecrets.Kind.PIN, id, made));
        return made;
    }
}
