package org.chasqui.api.waabot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.CallLimit;
import org.chasqui.api.waabot.instances.ForeignIds;
import org.chasqui.api.waabot.instances.Times;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Users;

/** {@code /sessions}: people sign in as they do in the dashboard, and get tokens to call with. */
@ApplicationScoped
class SessionEndpoints implements WaabotEndpoints {
    @Inject
    Users users;

    @Inject
    Sessions sessions;

    @Inject
    Access access;

    @Inject
    CallLimit limit;

    @Override
    public void addTo(WaabotRoutes routes) {
        routes.open("POST", "/sessions", this::begin)
                .open("GET", "/sessions", this::list)
                .open("DELETE", "/sessions", this::end);
    }

    private Answer begin(Call call) throws IOException {
        limit.countStranger(call);
        var arguments = call.arguments();
        var email = arguments.demand("email");
        var password = arguments.demand("password");
        var user = users.signIn(email, password);
        if (user.isEmpty()) {
            return Envelope.refusal(401, "invalid_credentials", "Invalid email or password.");
        }
        var begun = sessions.begin(user.get(), call.header("User-Agent").orElse(null));
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("accessToken", begun.accessToken())
                .put("refreshToken", begun.refreshToken());
        // Beside the envelope, too: clients differ in where they look.
        return Answer.json(
                200,
                Envelope.success("Session created successfully!", data)
                        .put("accessToken", begun.accessToken())
                        .put("refreshToken", begun.refreshToken()));
    }

    private Answer list(Call call) {
        var caller = signedIn(call);
        var data = JsonNodeFactory.instance.arrayNode();
        sessions.of(caller.user()).forEach(session -> data.add(document(session)));
        return Envelope.ok("Sessions fetched successfully!", data);
    }

    private Answer end(Call call) {
        sessions.end(signedIn(call).session().id());
        var data = JsonNodeFactory.instance.objectNode();
        data.putNull("accessToken");
        data.putNull("refreshToken");
        return Envelope.ok("Session deleted successfully!", data);
    }

    private Sessions.SignedIn signedIn(Call call) {
        limit.countStranger(call);
        return access.signedIn(call)
                .orElseThrow(() -> new RequestFailed(
                        FailureCode.INVALID_API_KEY,
                        "no bearer token header was present: sign in at POST /sessions, and send its accessToken in the"
                                + " header Authorization."));
    }

    private static ObjectNode document(Session session) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("_id", ForeignIds.objectId(session.id()))
                .put("user", ForeignIds.objectId(session.userId()))
                .put("valid", true)
                .put("userAgent", session.userAgent())
                .put("createdAt", Times.iso(session.createdAt()))
                .put("updatedAt", Times.iso(session.renewedAt()))
                .put("__v", 0);
    }
}
