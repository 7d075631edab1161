package org.chasqui.api.dialog360.numbers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialog360.Dialog360Call;
import org.chasqui.api.dialog360.Dialog360Endpoints;
import org.chasqui.api.dialog360.Dialog360Routes;
import org.chasqui.api.dialog360.Refusals;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.graph.GraphClient;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.GraphManagement;

/** Whether the number can send: as we know it for old clients, as Meta says for new ones. */
@ApplicationScoped
class HealthEndpoints implements Dialog360Endpoints {
    private static final String CONNECTED = "CONNECTED";

    @Inject
    PhoneNumbers numbers;

    @Inject
    GraphClient graph;

    @Override
    public void addTo(Dialog360Routes routes) {
        routes.reads("GET", "/v1/health", this::ours)
                .reads("GET", "/health_status", this::metas)
                .reads("GET", "/v1/configs/phone_number", this::phoneNumber);
        for (var gone : new String[] {
            "/v1/account",
            "/v1/account/verify",
            "/v1/account/shards",
            "/v1/backup",
            "/v1/certificates",
            "/v1/certificates/external/ca",
            "/v1/certificates/webhooks/ca",
            "/v1/settings/backup",
            "/v1/settings/restore",
            "/v1/settings/application",
            "/v1/users/logout",
            "/v1/users"
        }) {
            routes.writes("POST", gone, call -> notInTheCloud());
        }
        routes.reads("GET", "/v1/settings/application", call -> notInTheCloud());
    }

    private Answer ours(Dialog360Call call) {
        var number = call.number();
        boolean isConnected = number.status().equals(CONNECTED)
                && numbers.obstacle(number.id()).isEmpty();
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("health").put("gateway_status", isConnected ? "connected" : "disconnected");
        body.set("meta", Refusals.meta());
        return Answer.json(200, body);
    }

    private Answer metas(Dialog360Call call) {
        var number = call.number();
        var bearer = GraphManagement.bearer(numbers.accessToken(number));
        try {
            return Answer.json(
                    200, graph.call(management -> management.node(bearer, number.phoneNumberId(), "health_status")));
        } catch (GraphFailed refused) {
            throw refused.asRefusal();
        }
    }

    private Answer phoneNumber(Dialog360Call call) {
        var digits = call.number().displayPhoneNumber().replaceAll("\\D", "");
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("phone_number", digits));
    }

    private static Answer notInTheCloud() {
        return Refusals.notImplemented(
                "The On-Premises API had this for its own servers; the Cloud has none. What there is to set stands in the"
                        + " dashboard.");
    }
}
