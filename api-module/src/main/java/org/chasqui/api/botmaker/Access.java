package org.chasqui.api.botmaker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.CallLimit;
import org.chasqui.api.dialects.Client;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.KeyKind;

/** Finds out who calls: a key of the kind botmaker or chasqui in the header {@code access-token} (seed 002), or as a bearer. */
@ApplicationScoped
class Access {
    static final String HEADER = "access-token";

    @Inject
    ApiKeys keys;

    @Inject
    CallLimit limit;

    /**
     * Who calls.
     *
     * @param secret the token as it was sent
     */
    record Caller(Client client, ApiKeyView key, String secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Caller[" + client.name() + "]";
        }
    }

    /**
     * Finds out who calls, and counts the call.
     *
     * @throws RequestFailed INVALID_API_KEY, TOKEN_EXPIRED, PERMISSION_DENIED or RATE_LIMIT_EXCEEDED
     */
    Caller caller(Call call) {
        var secret = call.header(HEADER)
                .or(call::bearer)
                .orElseThrow(() -> unknown(
                        call,
                        "The header access-token is missing: make a key of the kind botmaker in the dashboard under API"
                                + " keys, and send it there."));
        var key = keys.authenticate(secret)
                .orElseThrow(() -> unknown(call, "This access-token does not exist or was revoked."));
        if (key.kind() != KeyKind.BOTMAKER && key.kind() != KeyKind.CHASQUI) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "This key was made for the " + key.kind().wireName() + " API. Make one of the kind botmaker.");
        }
        var client = Client.of(key);
        limit.count(client, call);
        return new Caller(client, key, secret);
    }

    /** Whoever tries his luck is counted by where he comes from; whoever is known never is. */
    private RequestFailed unknown(Call call, String message) {
        limit.countStranger(call);
        return new RequestFailed(FailureCode.INVALID_API_KEY, message);
    }
}
