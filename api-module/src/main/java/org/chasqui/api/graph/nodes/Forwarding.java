package org.chasqui.api.graph.nodes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.graph.GraphCall;
import org.chasqui.api.graph.MetaFailed;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphErrors;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.GraphRelay;
import org.jspecify.annotations.Nullable;

/** Asks Meta what the client asks, with the account's token, in the version that the client speaks. */
@ApplicationScoped
public class Forwarding {
    private static final int FIRST_ERROR = 400;

    @Inject
    GraphRelay relay;

    @Inject
    OwnNodes nodes;

    @Inject
    Settings settings;

    @Inject
    AuditTrail audit;

    /**
     * Passes a call about a number on.
     *
     * @param edge what stands behind the number in the path, with a slash in front
     * @throws RequestFailed when Meta refuses or cannot be reached
     */
    public Answer forward(GraphCall call, SenderNumber number, String edge) throws IOException {
        return forward(call, nodes.node(number), edge);
    }

    Answer forward(GraphCall call, OwnNode node) throws IOException {
        return forward(call, node, "");
    }

    /**
     * Passes a call on.
     *
     * @param edge what stands behind the node in the path, with a slash in front; empty for the node itself
     */
    Answer forward(GraphCall call, OwnNode node, String edge) throws IOException {
        var answer = ask(call, node, edge);
        if (!call.request().method().equals("GET")) {
            note(call, node, edge);
        }
        return Answer.json(200, answer);
    }

    /** What Meta answers, its addresses led to us. */
    ObjectNode ask(GraphCall call, OwnNode node, String edge) throws IOException {
        var method = call.request().method();
        var arguments = call.arguments();
        FieldSelection.check(arguments.path("fields"), call.client().onlyNumber() != null);
        if (!method.equals("GET")) {
            OwnWebhooks.demandUntouched(arguments);
        }
        var question = question(method, call.version(), "/" + node.metaId() + edge, call.query(), arguments);
        var reply = relay.ask(question, node.token());
        ShownTokens.hide(reply.body(), node.token());
        if (reply.status() >= FIRST_ERROR) {
            throw GraphErrors.read(reply.status(), reply.body())
                    .map(error -> new GraphFailed(error, reply.body()).asRefusal())
                    .orElseGet(() -> MetaFailed.invalidParameter("Meta answered " + reply.status() + "."));
        }
        if (!(reply.body() instanceof ObjectNode answer)) {
            throw MetaFailed.invalidParameter("Meta answered with a list.");
        }
        Addresses.lead(answer, settings.publicUrl());
        return answer;
    }

    /**
     * The client's words, each of them once: what the body says is not in the query, where nobody has looked at it. Some servers on
     * the way drop the body of a DELETE, so that it stands in the query as well.
     *
     * @param arguments query and body together
     */
    static GraphRelay.Question question(
            String method, @Nullable String version, String path, ObjectNode query, ObjectNode arguments) {
        var asked = query.deepCopy();
        var body = JsonNodeFactory.instance.objectNode();
        arguments.properties().forEach(argument -> {
            if (!argument.getValue().equals(query.path(argument.getKey()))) {
                body.set(argument.getKey(), argument.getValue());
                asked.remove(argument.getKey());
            }
        });
        if (!method.equals("POST")) {
            asked.setAll(body);
        }
        boolean hasBody = method.equals("POST") || method.equals("DELETE") && !body.isEmpty();
        return new GraphRelay.Question(method, version, path, asked, hasBody ? body : null);
    }

    /** Who changed what; what was said stays out, for a PIN may be in it. */
    private void note(GraphCall call, OwnNode node, String edge) {
        audit.record(
                node.workspaceId(),
                call.client().name(),
                "graph.passed_through",
                node.metaId() + edge,
                Map.of("method", call.request().method()));
    }
}
