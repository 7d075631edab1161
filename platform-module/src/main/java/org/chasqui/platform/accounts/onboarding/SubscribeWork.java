package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** The app gets the account's webhooks. */
@ApplicationScoped
class SubscribeWork implements StepWork {
    @Inject
    MetaSignup meta;

    @Inject
    RunToken token;

    @Override
    public Step step() {
        return Step.SUBSCRIBE;
    }

    @Override
    public String request(Run run) {
        return "POST /" + RunAccount.of(run).id() + "/subscribed_apps";
    }

    @Override
    public Done perform(Run run) {
        var waba = RunAccount.of(run).id();
        var value = token.of(run);
        var entry =
                meta.appId().map(app -> meta.subscriptions(waba, value).of(app)).orElse(null);
        // An address that somebody set before would keep the webhooks away from us; the next step sets our own.
        var isAsWanted = entry != null
                && (entry.overrideCallbackUri() == null
                        || meta.callbackOverride().isPresent());
        if (isAsWanted) {
            return Done.with(Trace.of("GET /" + waba + "/subscribed_apps", Map.of("subscribed", "already")));
        }
        meta.subscribe(waba, value, Optional.empty());
        return Done.with(Trace.of(request(run), Map.of("success", true)));
    }
}
