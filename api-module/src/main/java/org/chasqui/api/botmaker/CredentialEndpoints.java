package org.chasqui.api.botmaker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.CallLimit;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.CreateApiKey;
import org.chasqui.platform.keys.KeyKind;

/**
 * {@code /auth/credentials}: tells the credentials that a call was made with, renews them, and ends them. Keys are made in the
 * dashboard. {@code PATCH} is ours: it sets the status that {@code send-messages} answers with.
 */
@ApplicationScoped
class CredentialEndpoints implements BotmakerEndpoints {
    private static final String PATH = "/v2.0/auth/credentials";

    @Inject
    ApiKeys keys;

    @Inject
    RefreshTokens tokens;

    @Inject
    KeyPreferences preferences;

    @Inject
    CallLimit limit;

    @Inject
    CredentialEndpoints self;

    @Inject
    Clock clock;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.reads("GET", PATH, this::tell)
                .reads("DELETE", PATH, this::end)
                .reads("PATCH", PATH, this::prefer)
                .open("POST", PATH, this::renew);
    }

    private Answer tell(BotmakerCall call) {
        return Answer.json(
                200,
                document(call.key(), call.secret())
                        .put(
                                "acceptedStatus",
                                preferences.acceptedStatus(call.key().id())));
    }

    private Answer end(BotmakerCall call) {
        var key = call.key();
        keys.revoke(key.workspaceId(), key.id(), key.name());
        return Answers.empty();
    }

    private Answer prefer(BotmakerCall call) throws IOException {
        var status = call.arguments().demand("acceptedStatus").strip();
        if (!Set.of("200", "202").contains(status)) {
            throw RequestFailed.invalid("acceptedStatus", "must be 200 or 202.");
        }
        preferences.setAcceptedStatus(call.key().id(), Integer.parseInt(status));
        return tell(call);
    }

    /** Needs no access-token: it may be the one that has run out. */
    private Answer renew(Call call) throws IOException {
        limit.countStranger(call);
        var given = call.arguments();
        var clientId = given.demand("clientId").strip();
        var subject = tokens.read(given.demand("secretId"), given.demand("refreshToken"))
                .filter(found -> found.keyId().toString().equalsIgnoreCase(clientId))
                .orElseThrow(CredentialEndpoints::unknown);
        return Answer.json(200, self.renewed(subject));
    }

    /** Makes a key that is like the old one and lives as long, and ends the old one. */
    @Transactional
    public ObjectNode renewed(RefreshTokens.Subject subject) {
        var old = keys.list(subject.workspaceId()).stream()
                .filter(key -> key.id().equals(subject.keyId()) && key.revokedAt() == null)
                .filter(key -> key.kind() == KeyKind.BOTMAKER)
                .findFirst()
                .orElseThrow(CredentialEndpoints::unknown);
        var expiresAt = old.expiresAt();
        var life = expiresAt == null ? null : Duration.between(old.createdAt(), expiresAt);
        var made = keys.create(new CreateApiKey(
                old.workspaceId(),
                old.name(),
                old.kind(),
                old.scopes(),
                old.phoneNumberId(),
                life == null ? null : clock.instant().plus(life),
                old.name()));
        preferences.setAcceptedStatus(made.key().id(), preferences.acceptedStatus(old.id()));
        keys.revoke(old.workspaceId(), old.id(), old.name());
        return document(made.key(), made.secret());
    }

    private ObjectNode document(ApiKeyView key, String secret) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("clientId", key.id().toString())
                .put("secretId", tokens.secretId(key))
                .put("accessToken", secret)
                .put("refreshToken", tokens.refreshToken(key));
    }

    private static RequestFailed unknown() {
        return new RequestFailed(
                FailureCode.INVALID_API_KEY,
                "There are no such credentials: GET /v2.0/auth/credentials tells clientId, secretId and refreshToken of a"
                        + " key, and a key that was revoked is not renewed.");
    }
}
