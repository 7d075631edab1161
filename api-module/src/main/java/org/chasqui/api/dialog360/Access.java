package org.chasqui.api.dialog360;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.CallLimit;
import org.chasqui.api.dialects.Client;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;

/**
 * Finds out who calls. There is one credential, the key, and it stands for one number. 360dialog has it in {@code D360-API-KEY};
 * CBOT does not say which header it wants, so that the usual ones are taken as well, and the token of an on-premise login.
 */
@ApplicationScoped
class Access {
    private static final List<String> HEADERS = List.of("D360-API-KEY", "X-API-KEY", "API-KEY");

    @Inject
    ApiKeys keys;

    @Inject
    LoginTokens logins;

    @Inject
    PhoneNumbers numbers;

    @Inject
    CallLimit limit;

    /** Who calls. */
    record Caller(Client client, Face face) {}

    /**
     * Finds out who calls, and counts the call.
     *
     * @throws RequestFailed INVALID_API_KEY, TOKEN_EXPIRED, PERMISSION_DENIED or RATE_LIMIT_EXCEEDED
     */
    Caller caller(Call call) {
        var secret = secret(call);
        var key = secret.isEmpty() ? Optional.<ApiKeyView>empty() : keys.authenticate(secret.get());
        if (key.isEmpty()) {
            // Whoever tries his luck is counted by where he comes from; whoever is known never is.
            limit.countStranger(call);
            throw new RequestFailed(
                    FailureCode.INVALID_API_KEY,
                    secret.isEmpty()
                            ? "Invalid api_key or token expired: send your key in the header D360-API-KEY."
                            : "Invalid api_key or token expired: there is no such key, or it was revoked.");
        }
        var client = Client.of(key.get());
        limit.count(client, call);
        return new Caller(client, face(key.get()));
    }

    /** What the client shows as its key. */
    private Optional<String> secret(Call call) {
        return HEADERS.stream()
                .flatMap(name -> call.header(name).stream())
                .findFirst()
                .or(() -> call.bearer().map(token -> logins.secret(token).orElse(token)));
    }

    private static Face face(ApiKeyView key) {
        return Face.of(key.kind())
                .orElseThrow(() -> new RequestFailed(
                        FailureCode.PERMISSION_DENIED,
                        "This key was made for the " + key.kind().wireName()
                                + " API: make one of the kind dialog360 or cbot."));
    }

    /**
     * The number that a key stands for: the one that it is bound to, else the only one of the workspace.
     *
     * @throws RequestFailed NUMBER_NOT_READY when it stands for none
     */
    SenderNumber number(Client client) {
        var bound = client.onlyNumber();
        if (bound != null) {
            return numbers.byId(bound)
                    .filter(number -> number.workspaceId().equals(client.workspaceId()))
                    .orElseThrow(() -> new RequestFailed(
                            FailureCode.NUMBER_NOT_READY, "The number of this key is not connected any more."));
        }
        var all = numbers.list(client.workspaceId());
        if (all.size() != 1) {
            throw new RequestFailed(
                    FailureCode.NUMBER_NOT_READY,
                    all.isEmpty()
                            ? "No number is connected yet: connect one first."
                            : "A key stands for one number here, and the workspace has " + all.size()
                                    + ": make a key with phone_number_id.");
        }
        return all.get(0);
    }
}
