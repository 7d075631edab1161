package org.chasqui.api.dialog360.hub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialog360.LoginTokens;

/**
 * {@code POST /token {username, password}}: the password is the key, whoever the user. Both tokens of the answer are the key,
 * sealed with an end; one of them may be sent as {@code refresh_token} in place of the password.
 */
@ApplicationScoped
class TokenEndpoints implements HubEndpoints {
    @Inject
    HubAccess access;

    @Inject
    LoginTokens tokens;

    @Inject
    Clock clock;

    @Override
    public void addTo(HubRoutes routes) {
        routes.open("POST", "/token", this::token);
    }

    private Answer token(Call call) throws IOException {
        var given = call.arguments();
        var secret = given.text("refresh_token")
                .map(token -> tokens.secret(token).orElse(""))
                .orElseGet(() -> given.demand("password"));
        access.demandKey(call, secret);
        var issued = tokens.issue(secret);
        var seconds = Duration.between(clock.instant(), issued.expiresAt()).toSeconds();
        return Answer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", issued.token())
                        .put("refresh_token", tokens.issue(secret).token())
                        .put("token_type", "Bearer")
                        .put("expires_in", seconds));
    }
}
