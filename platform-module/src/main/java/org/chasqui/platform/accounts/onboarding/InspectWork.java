package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.chasqui.platform.graph.DebuggedToken;

/** What the token may do, where, and for how long; refused here is what would fail later without saying why. */
@ApplicationScoped
class InspectWork implements StepWork {
    static final String MANAGEMENT = "whatsapp_business_management";
    static final String MESSAGING = "whatsapp_business_messaging";

    private static final int ENDING = 4;

    @Inject
    MetaSignup meta;

    @Inject
    OnboardingStore store;

    @Inject
    RunToken token;

    @Override
    public Step step() {
        return Step.INSPECT;
    }

    @Override
    public String request(Run run) {
        return "GET /debug_token";
    }

    @Override
    public Done perform(Run run) {
        var value = token.of(run);
        var data = meta.inspect(value).data();
        if (data == null || !data.valid()) {
            throw new StepFailed(ProblemCode.TOKEN_INVALID);
        }
        meta.appId()
                .filter(id -> data.appId() != null && !id.equals(data.appId()))
                .ifPresent(id -> {
                    throw new StepFailed(ProblemCode.OTHER_APP);
                });
        demandScopes(data.held());
        var facts = new Facts.Token(
                value.substring(Math.max(0, value.length() - ENDING)), data.endsAt(), data.held(), wabas(data));
        store.keepFacts(run.view().id(), run.view().facts().with(facts));
        return Done.with(Trace.of(request(run), shown(data)));
    }

    private static void demandScopes(List<String> held) {
        var missing = new ArrayList<>(List.of(MANAGEMENT, MESSAGING));
        missing.removeAll(held);
        if (!missing.isEmpty()) {
            throw new StepFailed(Problem.of(
                    ProblemCode.PERMISSION_MISSING,
                    "The token lacks the permission " + String.join(" and ", missing) + "."));
        }
    }

    /** The accounts that were shared; none when the token was not given single ones. */
    private static List<String> wabas(DebuggedToken.Data data) {
        return data.shared().stream()
                .filter(scope -> MANAGEMENT.equals(scope.scope()))
                .flatMap(scope -> scope.targets().stream())
                .filter(MetaIds::isId)
                .distinct()
                .toList();
    }

    private static LinkedHashMap<String, Object> shown(DebuggedToken.Data data) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("is_valid", data.valid());
        shown.put("type", data.type());
        shown.put("expires_at", data.expiresAt() == null ? 0 : data.expiresAt());
        shown.put("scopes", data.held());
        shown.put("whatsapp_accounts", wabas(data).size());
        return shown;
    }
}
