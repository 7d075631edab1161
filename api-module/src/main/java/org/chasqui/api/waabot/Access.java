package org.chasqui.api.waabot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.CallLimit;
import org.chasqui.api.dialects.Client;
import org.chasqui.api.waabot.instances.Instances;
import org.chasqui.api.waabot.instances.WaabotInstance;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.KeyKind;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.users.Permission;
import org.chasqui.platform.users.UserView;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who calls. There are two kinds of credentials, and clients send either or both: a bearer (a key of the kind
 * waabot or chasqui, or the access token of a session), which stands for an account, and {@code session_id} with {@code
 * access_token}, which stand for one instance.
 */
@ApplicationScoped
public class Access {
    /** Carries a renewed access token back (seed 001, {@code x-refresh}). */
    public static final String RENEWED = "x-access-token";

    static final String REFRESH = "x-refresh";

    @Inject
    ApiKeys keys;

    @Inject
    Sessions sessions;

    @Inject
    SessionTokens tokens;

    @Inject
    Instances instances;

    @Inject
    CallLimit limit;

    /**
     * Who calls.
     *
     * @param instance the instance whose credentials were sent; null when none were
     */
    public record Caller(Client client, @Nullable WaabotInstance instance) {}

    /**
     * Finds out who calls, and counts the call.
     *
     * @throws RequestFailed INVALID_API_KEY, TOKEN_EXPIRED, PERMISSION_DENIED or RATE_LIMIT_EXCEEDED
     */
    public Caller caller(Call call) throws IOException {
        var bearer = bearer(call);
        bearer.ifPresent(client -> limit.count(client, call));
        var instance = instance(call, credentials(call, bearer.isPresent()));
        if (bearer.isEmpty()) {
            if (instance.isEmpty()) {
                throw unknown(
                        call,
                        "no key query was present: send session_id and access_token of an instance, or a bearer token"
                                + " in the header Authorization.");
            }
            var client = ofInstance(instance.get());
            limit.count(client, call);
            return new Caller(client, instance.get());
        }
        var client = bearer.get();
        instance.ifPresent(one -> checkOwner(client, one));
        return new Caller(client, instance.orElse(null));
    }

    private Optional<Client> bearer(Call call) {
        var bearer = call.bearer();
        if (bearer.isPresent() && bearer.get().startsWith("cm_")) {
            return Optional.of(key(call, bearer.get()));
        }
        return signedIn(call).map(found -> client(found.user()));
    }

    private Client key(Call call, String secret) {
        var key = keys.authenticate(secret)
                .orElseThrow(() ->
                        unknown(call, "invalid bearer token supplied: this API key does not exist or was revoked."));
        if (key.kind() != KeyKind.WAABOT && key.kind() != KeyKind.CHASQUI) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "invalid bearer token supplied: this key was made for the "
                            + key.kind().wireName() + " API. Make one of the kind waabot.");
        }
        return Client.of(key);
    }

    /** Whoever has signed in, by his access token or, when that is missing or has run out, by the one in x-refresh. */
    Optional<Sessions.SignedIn> signedIn(Call call) {
        var access = call.bearer()
                .map(text -> tokens.read(text)
                        .filter(token -> token.use() == SessionTokens.Use.ACCESS)
                        .orElseThrow(() -> unknown(call, "invalid bearer token supplied.")));
        if (access.isPresent() && !access.get().isExpired()) {
            return Optional.of(holder(access.get()));
        }
        var refresh = call.header(REFRESH)
                .flatMap(tokens::read)
                .filter(token -> token.use() == SessionTokens.Use.REFRESH && !token.isExpired());
        if (refresh.isPresent()) {
            var found = holder(refresh.get());
            call.answerWith(RENEWED, sessions.renew(found.session()));
            return Optional.of(found);
        }
        if (access.isPresent()) {
            throw new RequestFailed(
                    FailureCode.TOKEN_EXPIRED,
                    "The access token has expired: send the refresh token in the header x-refresh, or sign in again"
                            + " at /sessions.");
        }
        return Optional.empty();
    }

    private Sessions.SignedIn holder(SessionTokens.Token token) {
        return sessions.holder(token.sessionId())
                .orElseThrow(() -> new RequestFailed(
                        FailureCode.TOKEN_EXPIRED, "The session has ended: sign in again at /sessions."));
    }

    /**
     * A form may hold a file of a hundred megabytes: it is read only of whom we know, so that a stranger's credentials must
     * stand in the query then, as they do in the seed.
     */
    private static Arguments credentials(Call call, boolean isKnown) throws IOException {
        var query = call.query();
        boolean isInQuery = query.has("session_id") && query.has("access_token");
        return call.isMultipart() && (isInQuery || !isKnown) ? query : call.arguments();
    }

    private Optional<WaabotInstance> instance(Call call, Arguments arguments) {
        var sessionId = arguments.text("session_id");
        var accessToken = arguments.text("access_token");
        if (sessionId.isEmpty() && accessToken.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(instances
                .byCredentials(sessionId.orElse(""), accessToken.orElse(""))
                .orElseThrow(() -> unknown(
                        call, "invalid key supplied: there is no instance with this session_id and access_token.")));
    }

    /** Whoever tries his luck is counted by where he comes from; whoever is known never is. */
    private RequestFailed unknown(Call call, String message) {
        limit.countStranger(call);
        return new RequestFailed(FailureCode.INVALID_API_KEY, message);
    }

    /** What does not belong to the account looks as if it did not exist. */
    private static void checkOwner(Client client, WaabotInstance instance) {
        boolean isOwn = client.workspaceId().equals(instance.workspaceId())
                && (client.onlyNumber() == null || client.mayUse(instance.numberId()));
        if (!isOwn) {
            throw new RequestFailed(
                    FailureCode.INVALID_API_KEY,
                    "invalid key supplied: there is no instance with this session_id and access_token.");
        }
    }

    private static Client ofInstance(WaabotInstance instance) {
        return new Client(
                instance.workspaceId(),
                instance.id(),
                "instance " + instance.objectId(),
                Set.of(Scope.ALL),
                // One that has no number yet may use none: its own id is no number's.
                instance.numberId() == null ? instance.id() : instance.numberId());
    }

    private static Client client(UserView user) {
        var scopes = new HashSet<String>();
        scopes.add(Scope.READ);
        if (user.may(Permission.SEND)) {
            scopes.add(Scope.SEND);
        }
        if (user.may(Permission.MANAGE_ACCOUNTS)) {
            scopes.add(Scope.WRITE);
        }
        return new Client(user.workspaceId(), user.id(), user.email(), Set.copyOf(scopes), null);
    }
}
