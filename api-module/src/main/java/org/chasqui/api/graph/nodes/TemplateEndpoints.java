package org.chasqui.api.graph.nodes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Routes;
import org.chasqui.api.graph.GraphCall;
import org.chasqui.api.graph.GraphEndpoints;
import org.chasqui.api.graph.GraphHandler;
import org.chasqui.api.graph.nodes.OwnNode.Kind;
import org.chasqui.platform.keys.Scope;

/**
 * The templates of an account. Meta judges what is handed in, by its own rules and in its own words; what it made of it is here
 * when the client is answered.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/">Meta</a>
 */
@ApplicationScoped
class TemplateEndpoints implements GraphEndpoints {
    private static final String LIST = "/message_templates";

    @Inject
    OwnNodes nodes;

    @Inject
    Forwarding forwarding;

    @Inject
    TemplateNews news;

    @Override
    public void addTo(Routes<GraphHandler> routes) {
        routes.on("GET", "/{id}" + LIST, call -> read(call, Kind.ACCOUNT, LIST))
                .on("POST", "/{id}" + LIST, call -> write(call, Kind.ACCOUNT, LIST))
                .on("DELETE", "/{id}" + LIST, call -> write(call, Kind.ACCOUNT, LIST))
                .on(
                        "POST",
                        "/{id}/upsert_message_templates",
                        call -> write(call, Kind.ACCOUNT, "/upsert_message_templates"))
                .on(
                        "GET",
                        "/{id}/message_template_previews",
                        call -> read(call, Kind.ACCOUNT, "/message_template_previews"))
                .on("POST", "/{id}/unpause", call -> write(call, Kind.TEMPLATE, "/unpause"))
                .on("GET", "/{id}/compare", call -> read(call, Kind.TEMPLATE, "/compare"));
    }

    private Answer read(GraphCall call, Kind kind, String edge) throws IOException {
        call.client().demand(Scope.READ);
        return forwarding.forward(call, nodes.demand(call, kind), edge);
    }

    private Answer write(GraphCall call, Kind kind, String edge) throws IOException {
        call.client().demand(Scope.WRITE);
        var node = nodes.demand(call, kind);
        var answer = forwarding.forward(call, node, edge);
        news.changed(node);
        return answer;
    }
}
