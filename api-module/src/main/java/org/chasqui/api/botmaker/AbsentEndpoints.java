package org.chasqui.api.botmaker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.CallLimit;

/** What Botmaker has and this gateway has not: each address says so. An empty list would look as if there were none made. */
@ApplicationScoped
class AbsentEndpoints implements BotmakerEndpoints {
    private static final int NOT_IMPLEMENTED = 501;
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("agents", "People are added in the dashboard under Team."),
            Map.entry("roles", "People are added in the dashboard under Team."),
            Map.entry("queues", "This gateway has no queues: a conversation goes to a person of the team."),
            Map.entry("variables", "Variables are whatever a chat has: see GET /v2.0/chats/{chatReference}."),
            Map.entry("constants", "This gateway has no constants."),
            Map.entry("tickets", "This gateway has no tickets."),
            Map.entry("ecommerce", "This gateway has no shop."),
            Map.entry("billing", "What Meta bills is in the dashboard under Costs."),
            Map.entry("audits", "The audit trail is in the dashboard."),
            Map.entry("dashboards", "Figures are in the dashboard under Analytics."),
            Map.entry("calls", "This gateway makes no calls."),
            Map.entry("sessions", "This gateway has conversations without sessions: see GET /v2.0/messages."),
            Map.entry("contacts", "People are reached by their chats: see GET /v2.0/chats."));

    @Inject
    CallLimit limit;

    @Override
    public void addTo(BotmakerRoutes routes) {
        WHY.forEach((word, why) -> METHODS.forEach(method -> {
            absent(routes, method, "/v2.0/" + word, why);
            absent(routes, method, "/v2.0/" + word + "/{id}", why);
            absent(routes, method, "/v2.0/" + word + "/{id}/{more}", why);
        }));
        METHODS.forEach(method -> {
            absent(routes, method, "/v2.0/chats-actions/commerce/{id}", "This gateway has no shop.");
            absent(routes, method, "/v2.0/chats-actions/start-call", "This gateway makes no calls.");
            for (var rule : List.of("", "/{rule}")) {
                absent(
                        routes,
                        method,
                        "/v2.0/webhooks/{id}/redirection-rules" + rule,
                        "This gateway has no redirection rules: make a webhook for each address.");
            }
        });
    }

    private void absent(BotmakerRoutes routes, String method, String path, String why) {
        routes.open(method, path, call -> refusal(call, why));
    }

    private Answer refusal(Call call, String why) {
        limit.countStranger(call);
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").addObject().put("type", "not_implemented").put("message", why);
        return Answer.json(NOT_IMPLEMENTED, body);
    }
}
