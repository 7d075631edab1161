package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.chasqui.sandbox.ai.Assistant;
import org.chasqui.sandbox.ai.Mood;

/** The played provider of language models: its address and key, how it behaves, what it was asked. */
@Path("ai")
@RequestScoped
public class AiControl {

    @Inject
    private Assistant assistant;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    /** {@code {base_url, key, models, mood, calls}}. */
    @GET
    public Response show() {
        return ControlCall.json(assistant.toJson(baseUrl()));
    }

    /** {@code {mood, times?}}: all models behave like this; times 0 or absent holds until it is cleared. */
    @PUT
    public Response behave(byte[] raw) {
        ObjectNode body = ControlCall.body(raw, Set.of("mood", "times"));
        String key = ControlCall.required(body, "mood");
        Mood mood = Mood.named(key)
                .orElseThrow(() -> ControlRefused.invalid("Unknown mood " + key + "; see GET /sandbox/control/ai"));
        assistant.behave(mood, body.path("times").asInt());
        return ControlCall.json(assistant.toJson(baseUrl()));
    }

    /** Back to normal; the calls are forgotten, too. */
    @DELETE
    public Response clear() {
        assistant.clear();
        return Response.noContent().build();
    }

    private String baseUrl() {
        return uri.getBaseUri().resolve("/sandbox/ai/v1").toString();
    }
}
