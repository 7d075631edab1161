package org.chasqui.api.dialog360.numbers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.CallLimit;
import org.chasqui.api.dialog360.Dialog360Endpoints;
import org.chasqui.api.dialog360.Dialog360Routes;
import org.chasqui.api.dialog360.LoginTokens;
import org.chasqui.api.dialog360.Refusals;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeys;

/**
 * {@code POST /v1/users/login}, for clients of the plain On-Premises API: user and password get a token for a week. Here the
 * password is the key, whatever the user is called.
 */
@ApplicationScoped
class LoginEndpoints implements Dialog360Endpoints {
    private static final String BASIC = "Basic ";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    @Inject
    ApiKeys keys;

    @Inject
    LoginTokens tokens;

    @Inject
    CallLimit limit;

    @Override
    public void addTo(Dialog360Routes routes) {
        routes.open("POST", "/v1/users/login", this::login);
    }

    private Answer login(Call call) {
        var password = call.header("Authorization").flatMap(LoginEndpoints::password);
        if (password.flatMap(keys::authenticate).isEmpty()) {
            limit.countStranger(call);
            throw new RequestFailed(
                    FailureCode.INVALID_API_KEY,
                    "Invalid api_key or token expired: send Authorization: Basic with your key as the password.");
        }
        var token = tokens.issue(password.orElseThrow());
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("users")
                .addObject()
                .put("token", token.token())
                .put("expires_after", TIME.format(token.expiresAt()));
        body.set("meta", Refusals.meta());
        return Answer.json(200, body);
    }

    /** What stands behind the first colon. */
    static Optional<String> password(String header) {
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            var pair = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
