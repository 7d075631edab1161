package org.chasqui.api.dialog360.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialog360.Dialog360Call;
import org.chasqui.api.dialog360.Dialog360Endpoints;
import org.chasqui.api.dialog360.Dialog360Routes;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.Scope;

/**
 * {@code /waba_webhook}: where the notifications of all numbers of an account go. A key that is bound to a number must not hear
 * of others by it, so that it is for keys that are bound to none, unless the account has that number alone.
 */
@ApplicationScoped
class AccountWebhookEndpoints implements Dialog360Endpoints {
    @Inject
    AccountCallbacks callbacks;

    @Inject
    Accounts accounts;

    @Override
    public void addTo(Dialog360Routes routes) {
        routes.reads("GET", "/waba_webhook", this::get)
                .writes("POST", "/waba_webhook", this::set)
                .writes("DELETE", "/waba_webhook", this::remove);
    }

    private Answer get(Dialog360Call call) throws IOException {
        var body = callbacks
                .of(call.workspaceId(), account(call))
                .map(WebhookEndpoints::describe)
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("url", ""));
        if (!call.client().may(Scope.WRITE)) {
            body.remove("headers");
        }
        return Answer.json(200, body);
    }

    private Answer set(Dialog360Call call) throws IOException {
        var given = call.arguments();
        if (given.names("url") && !given.has("url")) {
            return remove(call);
        }
        boolean overridesAll = given.flag("override_all").orElse(false);
        return Answer.json(
                200,
                WebhookEndpoints.describe(callbacks.set(call, account(call), CallbackWish.read(given), overridesAll)));
    }

    private Answer remove(Dialog360Call call) throws IOException {
        callbacks.remove(call, account(call));
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("url", ""));
    }

    /** That of the key's number; for a key without one that of {@code waba_id}, or the only one of the workspace. */
    private UUID account(Dialog360Call call) throws IOException {
        if (call.client().onlyNumber() != null) {
            var account = call.number().accountId();
            if (callbacks.numbersOf(call.workspaceId(), account).size() > 1) {
                throw new RequestFailed(
                        FailureCode.PERMISSION_DENIED,
                        "This webhook hears of all numbers of the account, and your key is bound to one of them: use a"
                                + " key that is bound to none.");
            }
            return account;
        }
        var all = accounts.list(call.workspaceId());
        var named = call.arguments().text("waba_id");
        var found = named.isPresent()
                ? all.stream()
                        .filter(account -> account.wabaId().equals(named.get()))
                        .findFirst()
                : all.size() == 1 ? Optional.of(all.get(0)) : Optional.<AccountView>empty();
        return found.map(AccountView::id)
                .orElseThrow(() -> named.isPresent()
                        ? RequestFailed.notFound("account", named.get())
                        : RequestFailed.invalid(
                                "waba_id", "is required: the workspace has " + all.size() + " accounts."));
    }
}
