package org.chasqui.api.dialog360.hub;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.CallLimit;
import org.chasqui.api.dialects.Client;
import org.chasqui.api.dialog360.LoginTokens;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.KeyKind;

/** Finds out which partner calls: by a key that is bound to no number, or by the token that it was exchanged for. */
@ApplicationScoped
class HubAccess {
    @Inject
    ApiKeys keys;

    @Inject
    LoginTokens tokens;

    @Inject
    CallLimit limit;

    /**
     * The partner that calls.
     *
     * @param id as the path names it: that of the workspace, or {@code me}
     * @throws RequestFailed INVALID_API_KEY, PERMISSION_DENIED, RATE_LIMIT_EXCEEDED, or NOT_FOUND for another partner
     */
    Partner partner(Call call, String id) {
        var secret = call.header("x-api-key")
                .or(() -> call.header("D360-API-KEY"))
                .or(() -> call.bearer().map(token -> tokens.secret(token).orElse(token)));
        var key = known(call, secret);
        var client = Client.of(key);
        limit.count(client, call);
        if (!id.equals("me") && !id.equalsIgnoreCase(client.workspaceId().toString())) {
            throw RequestFailed.notFound("partner", id);
        }
        return new Partner(client, key);
    }

    /**
     * The key of a partner, for a token; the call is counted.
     *
     * @throws RequestFailed INVALID_API_KEY, PERMISSION_DENIED or RATE_LIMIT_EXCEEDED
     */
    void demandKey(Call call, String secret) {
        limit.count(Client.of(known(call, Optional.of(secret))), call);
    }

    private ApiKeyView known(Call call, Optional<String> secret) {
        var key = secret.flatMap(keys::authenticate);
        if (key.isEmpty()) {
            limit.countStranger(call);
            throw new RequestFailed(FailureCode.INVALID_API_KEY, "Invalid api_key or token expired.");
        }
        var found = key.get();
        boolean isPartners = found.kind() == KeyKind.DIALOG360 || found.kind() == KeyKind.CHASQUI;
        if (!isPartners || found.phoneNumberId() != null) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "The hub needs a key of the kind dialog360 that is bound to no number.");
        }
        return found;
    }
}
