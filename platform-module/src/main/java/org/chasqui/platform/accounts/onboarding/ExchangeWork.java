package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;

/** The window's code becomes a token. Meta gives it once: what it gave is on disk before anything else happens. */
@ApplicationScoped
class ExchangeWork implements StepWork {
    @Inject
    MetaSignup meta;

    @Inject
    OnboardingStore store;

    @Inject
    RunSecrets secrets;

    @Inject
    Clock clock;

    @Override
    public Step step() {
        return Step.EXCHANGE;
    }

    @Override
    public String request(Run run) {
        return "POST /oauth/access_token";
    }

    @Override
    public Done perform(Run run) {
        var id = run.view().id();
        if (run.token() != null) {
            return Done.with(Trace.sentence("The token was here already."));
        }
        var sealed = run.code();
        if (sealed == null) {
            throw new StepFailed(ProblemCode.NO_CODE);
        }
        if (run.isCodeOver(clock.instant())) {
            throw new StepFailed(ProblemCode.CODE_EXPIRED);
        }
        var answer = meta.exchange(secrets.open(RunSecrets.Kind.CODE, id, sealed));
        if (answer.accessToken() == null || answer.accessToken().isBlank()) {
            throw new StepFailed(Problem.of(ProblemCode.META_REFUSED, "Meta answered without a token."));
        }
        store.keepToken(id, secrets.seal(RunSecrets.Kind.TOKEN, id, answer.accessToken()));
        var shown = new LinkedHashMap<String, Object>();
        shown.put("access_token", "•••");
        shown.put("token_type", answer.tokenType() == null ? "bearer" : answer.tokenType());
        if (answer.expiresIn() != null) {
            shown.put("expires_in", answer.expiresIn());
        }
        return Done.with(Trace.of(request(run), shown));
    }
}
