package org.chasqui.api.graph.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Routes;
import org.chasqui.api.graph.GraphCall;
import org.chasqui.api.graph.GraphEndpoints;
import org.chasqui.api.graph.GraphHandler;
import org.chasqui.api.graph.MetaFailed;
import org.chasqui.api.graph.nodes.OwnNode.Kind;
import org.chasqui.platform.accounts.NumberRefresh;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.Scope;

/** What hangs on numbers and accounts, besides messages, files and templates. */
@ApplicationScoped
class EdgeEndpoints implements GraphEndpoints {
    private static final Logger LOG = System.getLogger(EdgeEndpoints.class.getName());

    private static final List<String> READ_ON_NUMBERS = List.of(
            "whatsapp_business_profile",
            "block_users",
            "message_qrdls",
            "settings",
            "whatsapp_commerce_settings",
            "whatsapp_business_encryption",
            "business_compliance_info",
            "official_business_account",
            "username",
            "username_suggestions");

    private static final List<String> WRITTEN_ON_NUMBERS = List.of(
            "whatsapp_business_profile",
            "block_users",
            "message_qrdls",
            "settings",
            "whatsapp_commerce_settings",
            "whatsapp_business_encryption",
            "business_compliance_info",
            "official_business_account",
            "conversational_automation",
            "username",
            "request_code",
            "verify_code");

    private static final String NUMBERS = "/phone_numbers";
    private static final String APPS = "/subscribed_apps";

    @Inject
    OwnNodes nodes;

    @Inject
    Forwarding forwarding;

    @Inject
    PhoneNumbers numbers;

    @Inject
    NumberRefresh refresh;

    @Override
    public void addTo(Routes<GraphHandler> routes) {
        READ_ON_NUMBERS.forEach(edge -> routes.on("GET", "/{id}/" + edge, call -> read(call, "/" + edge)));
        WRITTEN_ON_NUMBERS.forEach(edge -> routes.on("POST", "/{id}/" + edge, call -> write(call, "/" + edge)));
        routes.on("DELETE", "/{id}/block_users", call -> write(call, "/block_users"))
                .on("DELETE", "/{id}/username", call -> write(call, "/username"))
                .on("GET", "/{id}/message_qrdls/{code}", call -> read(call, "/message_qrdls/" + code(call)))
                .on("DELETE", "/{id}/message_qrdls/{code}", call -> write(call, "/message_qrdls/" + code(call)))
                .on("POST", "/{id}/register", call -> registration(call, "/register"))
                .on("POST", "/{id}/deregister", call -> registration(call, "/deregister"))
                .on("GET", "/{id}" + NUMBERS, this::listNumbers)
                .on("GET", "/{id}/flows", call -> readOfAll(call, "/flows"))
                .on("GET", "/{id}/template_analytics", call -> readOfAll(call, "/template_analytics"))
                .on("GET", "/{id}" + APPS, this::listApps)
                .on("POST", "/{id}" + APPS, this::subscribe)
                .on("DELETE", "/{id}" + APPS, this::unsubscribe);
    }

    private Answer read(GraphCall call, String edge) throws IOException {
        call.client().demand(Scope.READ);
        return forwarding.forward(call, nodes.demand(call, Kind.NUMBER), edge);
    }

    private Answer write(GraphCall call, String edge) throws IOException {
        call.client().demand(Scope.WRITE);
        return forwarding.forward(call, nodes.demand(call, Kind.NUMBER), edge);
    }

    /** Meta's codes of links are letters and digits; anything else could be another path. */
    private static String code(GraphCall call) {
        var code = call.variable("code");
        if (!code.matches("[A-Za-z0-9]{1,64}")) {
            throw MetaFailed.noSuchObject(call.request().method(), code);
        }
        return code;
    }

    /** Whether a number sends hangs on it: ours is looked at anew, which may wait if Meta does not tell now. */
    private Answer registration(GraphCall call, String edge) throws IOException {
        var answer = write(call, edge);
        try {
            refresh.refresh(call.client().workspaceId());
        } catch (RequestFailed later) {
            LOG.log(Level.INFO, "numbers could not be refreshed after a registration", later);
        }
        return answer;
    }

    private Answer readOfAll(GraphCall call, String edge) throws IOException {
        call.client().demand(Scope.READ);
        var node = nodes.demand(call, Kind.ACCOUNT);
        demandUnbound(call);
        return forwarding.forward(call, node, edge);
    }

    static void demandUnbound(GraphCall call) {
        if (call.client().onlyNumber() != null) {
            throw MetaFailed.notAllowed("This key is bound to one number, and this is about all numbers.");
        }
    }

    /** Meta lists all numbers of an account; a client sees those that it may use. */
    private Answer listNumbers(GraphCall call) throws IOException {
        call.client().demand(Scope.READ);
        var fields = call.query().path("fields").asText();
        if (call.client().onlyNumber() != null && !fields.isEmpty() && !(fields + ",").matches("(.*,)?\\s*id\\s*,.*")) {
            throw MetaFailed.invalidParameter("This key is bound to one number: ask for the field id as well.");
        }
        var answer = forwarding.ask(call, nodes.demand(call, Kind.ACCOUNT), NUMBERS);
        if (call.client().onlyNumber() != null && answer.path("data") instanceof ArrayNode listed) {
            listed.removeIf(number -> !isUsable(call, number));
        }
        return Answer.json(200, answer);
    }

    private boolean isUsable(GraphCall call, JsonNode number) {
        return numbers.find(call.client().workspaceId(), number.path("id").asText())
                .filter(found -> call.client().mayUse(found.id()))
                .isPresent();
    }

    private Answer listApps(GraphCall call) throws IOException {
        call.client().demand(Scope.READ);
        return forwarding.forward(call, nodes.demand(call, Kind.ACCOUNT), APPS);
    }

    private Answer subscribe(GraphCall call) throws IOException {
        call.client().demand(Scope.WRITE);
        nodes.demand(call, Kind.ACCOUNT);
        demandUnbound(call);
        OwnWebhooks.demandUntouched(call.arguments());
        // Not asked of Meta: the gateway has subscribed, and a bare subscription would clear an address that it has
        // set.
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("success", true));
    }

    private Answer unsubscribe(GraphCall call) {
        call.client().demand(Scope.WRITE);
        nodes.demand(call, Kind.ACCOUNT);
        throw MetaFailed.notAllowed("Without Meta's webhooks this gateway would not hear what becomes of messages:"
                + " delete your own webhook at /api/v1/whatsapp/webhooks instead.");
    }
}
