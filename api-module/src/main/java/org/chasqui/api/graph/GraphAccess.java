package org.chasqui.api.graph;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.CallLimit;
import org.chasqui.api.dialects.Client;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.KeyKind;

/**
 * Finds out who calls: a key of ours stands where Meta's access token would, in the header Authorization (as {@code Bearer} or
 * {@code OAuth}) or as {@code access_token} in query or body.
 */
@ApplicationScoped
class GraphAccess {
    private static final String OAUTH = "OAuth ";

    @Inject
    ApiKeys keys;

    @Inject
    CallLimit limit;

    /**
     * Finds out who calls, and counts the call.
     *
     * @throws RequestFailed INVALID_API_KEY, TOKEN_EXPIRED, PERMISSION_DENIED or RATE_LIMIT_EXCEEDED
     */
    Client client(Call call) throws IOException {
        var secret = secret(call);
        if (secret.isEmpty()) {
            limit.countStranger(call);
            throw MetaFailed.noToken();
        }
        var key = keys.authenticate(secret.get());
        if (key.isEmpty()) {
            limit.countStranger(call);
            throw new RequestFailed(
                    FailureCode.INVALID_API_KEY,
                    "Send a key of this gateway (cm_…) where Meta's access token would be; this one does not exist or"
                            + " was revoked.");
        }
        var client = Client.of(key.get());
        limit.count(client, call);
        if (key.get().kind() != KeyKind.CHASQUI) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "This key was made for the " + key.get().kind().wireName() + " API. Make one of the kind chasqui.");
        }
        return client;
    }

    /** A form may hold a file of a hundred megabytes: it is read only of whom we know. */
    private static Optional<String> secret(Call call) throws IOException {
        var named = call.bearer()
                .or(() -> call.header("Authorization")
                        .filter(value -> value.regionMatches(true, 0, OAUTH, 0, OAUTH.length()))
                        .map(value -> value.substring(OAUTH.length()).strip()))
                .or(() -> token(call.query()));
        return named.isPresent() || call.isMultipart() ? named : token(call.arguments());
    }

    private static Optional<String> token(Arguments arguments) {
        return arguments.text("access_token").map(String::strip);
    }
}
