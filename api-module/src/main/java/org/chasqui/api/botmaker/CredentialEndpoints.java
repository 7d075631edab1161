package org.chasqui.api.botmaker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.CallLimit;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;

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
    Credentials credentials;

    @Inject
    KeyPreferences preferences;

    @Inject
    CallLimit limit;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.reads("GET", PATH, this::tell)
                .reads("DELETE", PATH, this::end)
                .reads("PATCH", PATH, this::prefer)
                .open("POST", PATH, this::renew);
    }

    private Answer tell(BotmakerCall call) {
        return Answer.json(200, document(call.key(), call.secret()));
    }

    private Answer end(BotmakerCall call) {
        var key = call.key();
        keys.revoke(key.workspaceId(), key.id(), key.name());
        return Answers.empty();
    }

    private Answer prefer(BotmakerCall call) throws IOException {
        var status = call.arguments().demand("acceptedStatus").strip();
        preferences.setAcceptedStatus(call.key().id(), KeyPreferences.parse(status));
        return tell(call);
    }

    /** Needs no access-token: it may be the one that has run out. */
    private Answer renew(Call call) throws IOException {
        limit.countStranger(call);
        var given = call.arguments();
        var texts = new Credentials.Texts(
                given.demand("clientId").strip(), given.demand("secretId"), given.demand("refreshToken"));
        var made = credentials.renew(texts).orElseThrow(CredentialEndpoints::unknown);
        return Answer.json(200, document(made.key(), made.secret()));
    }

    private ObjectNode document(ApiKeyView key, String secret) {
        var texts = credentials.of(key);
        return JsonNodeFactory.instance
                .objectNode()
                .put("clientId", texts.clientId())
                .put("secretId", texts.secretId())
                .put("accessToken", secret)
                .put("refreshToken", texts.refreshToken())
                .put("acceptedStatus", preferences.acceptedStatus(key.id()));
    }

    private static RequestFailed unknown() {
        return new RequestFailed(
                FailureCode.INVALID_API_KEY,
                "There are no such credentials: GET /v2.0/auth/credentials tells clientId, secretId and refreshToken of a"
                        + " key, and a key that was revoked is not renewed.");
    }
}
