package org.chasqui.api.graph.nodes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Routes;
import org.chasqui.api.graph.GraphCall;
import org.chasqui.api.graph.GraphEndpoints;
import org.chasqui.api.graph.GraphHandler;
import org.chasqui.api.graph.MetaFailed;
import org.chasqui.api.graph.media.MediaEndpoints;
import org.chasqui.api.graph.nodes.OwnNode.Kind;
import org.chasqui.platform.keys.Scope;

/** A node by itself: a number, an account, a template, a file, or an upload that was announced. */
@ApplicationScoped
class NodeEndpoints implements GraphEndpoints {
    @Inject
    OwnNodes nodes;

    @Inject
    Forwarding forwarding;

    @Inject
    TemplateNews news;

    @Inject
    MediaEndpoints media;

    @Inject
    UploadEndpoints uploads;

    @Override
    public void addTo(Routes<GraphHandler> routes) {
        routes.on("GET", "/{id}", this::get).on("POST", "/{id}", this::change).on("DELETE", "/{id}", this::delete);
    }

    private Answer get(GraphCall call) throws IOException {
        if (UploadSession.isId(call.variable("id"))) {
            return uploads.look(call);
        }
        var node = nodes.find(call);
        if (node.isEmpty()) {
            var id = call.variable("id");
            var file = media.find(call, id).orElseThrow(() -> missing(call));
            return media.describe(call, file, id);
        }
        call.client().demand(Scope.READ);
        return forwarding.forward(call, node.get());
    }

    private Answer change(GraphCall call) throws IOException {
        if (UploadSession.isId(call.variable("id"))) {
            return uploads.take(call);
        }
        var node = nodes.find(call).orElseThrow(() -> missing(call));
        call.client().demand(Scope.WRITE);
        if (node.kind() == Kind.ACCOUNT) {
            EdgeEndpoints.demandUnbound(call);
        }
        var answer = forwarding.forward(call, node);
        if (node.kind() == Kind.TEMPLATE) {
            news.changed(node);
        }
        return answer;
    }

    private Answer delete(GraphCall call) {
        var id = call.variable("id");
        var file = media.find(call, id).orElseThrow(() -> missing(call));
        return media.delete(call, file, id);
    }

    private static MetaFailed missing(GraphCall call) {
        return MetaFailed.noSuchObject(call.request().method(), call.variable("id"));
    }
}
