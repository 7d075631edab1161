package org.chasqui.api.waabot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.CallLimit;

/**
 * What Waabot has and this gateway has not: each address says so, and where the same can be had. An empty list would look as if
 * there were surveys, and nobody had made one.
 */
@ApplicationScoped
class AbsentEndpoints implements WaabotEndpoints {
    private static final int NOT_IMPLEMENTED = 501;
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String NO_SURVEYS =
            "This gateway has no surveys. Ask with buttons (POST /whatsapp/message/button) or a list, and take the answers"
                    + " from your webhook (PUT /whatsapp/setWebhook).";
    private static final String NO_MAIL =
            "This gateway sends no e-mail. Owners and admins add people and give them passwords in the dashboard under Team;"
                    + " everybody changes his own at PUT /users/password.";

    @Inject
    CallLimit limit;

    @Override
    public void addTo(WaabotRoutes routes) {
        for (var method : METHODS) {
            absent(routes, method, "/survey", NO_SURVEYS);
            absent(routes, method, "/survey/{id}", NO_SURVEYS);
        }
        for (var path : List.of("/password/reset", "/password/change", "/email/verify", "/email/check")) {
            METHODS.forEach(method -> absent(routes, method, path, NO_MAIL));
        }
        absent(routes, "POST", "/users", NO_MAIL);
    }

    private void absent(WaabotRoutes routes, String method, String path, String why) {
        routes.open(method, path, call -> refusal(call, why));
    }

    private Answer refusal(Call call, String why) {
        limit.countStranger(call);
        return Envelope.refusal(NOT_IMPLEMENTED, "not_implemented", why);
    }
}
