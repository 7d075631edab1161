package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The account's webhooks go to this installation instead of the app's own address, where that is configured. */
@ApplicationScoped
class CallbackWork implements StepWork {
    @Inject
    MetaSignup meta;

    @Inject
    RunToken token;

    @Override
    public Step step() {
        return Step.CALLBACK;
    }

    @Override
    public String request(Run run) {
        return "POST /" + RunAccount.of(run).id() + "/subscribed_apps";
    }

    @Override
    public Done perform(Run run) {
        var wanted = meta.callbackOverride();
        if (wanted.isEmpty()) {
            return Done.skipped("Webhooks go to the address that the app has at Meta.");
        }
        var waba = RunAccount.of(run).id();
        var value = token.of(run);
        var entry =
                meta.appId().map(app -> meta.subscriptions(waba, value).of(app)).orElse(null);
        var address = wanted.get().toString();
        if (entry == null || !address.equals(entry.overrideCallbackUri())) {
            meta.subscribe(waba, value, wanted);
        }
        return Done.with(Trace.of(request(run), Map.of("override_callback_uri", address)));
    }
}
