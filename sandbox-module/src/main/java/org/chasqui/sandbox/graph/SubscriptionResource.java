package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.world.App;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.Waba;
import org.jspecify.annotations.Nullable;

/** {@code /{waba}/subscribed_apps}: whether the app gets webhooks of the account, and where. */
@Path("/")
@RequestScoped
public class SubscriptionResource {

    private static final int MAX_URI = 200;

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    /** Subscribes; with a callback of its own the address must answer the challenge first, without one it is cleared. */
    @POST
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{waba: [0-9]+}/subscribed_apps")
    public Response subscribe(@PathParam("waba") String id, byte[] body) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        Waba waba = call.waba(id);
        ObjectNode parameters = call.parameters(body);
        String override = parameters.path("override_callback_uri").asText();
        if (!override.isEmpty()) {
            GraphFailure failure =
                    verify(override, parameters.path("verify_token").asText());
            if (failure != null) {
                return GraphCall.json(failure);
            }
        }
        call.world().management().subscribe(waba, true, override.isEmpty() ? null : override);
        return GraphCall.success();
    }

    /** The app, when it is subscribed. */
    @GET
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{waba: [0-9]+}/subscribed_apps")
    public Response list(@PathParam("waba") String id) {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        Waba waba = call.waba(id);
        ObjectNode answer = Json.object();
        var data = answer.putArray("data");
        if (waba.isSubscribed()) {
            App app = call.world().app();
            ObjectNode entry = data.addObject();
            entry.putObject("whatsapp_business_api_data")
                    .put("id", app.id())
                    .put("link", "https://www.facebook.com/games/?app_id=" + app.id())
                    .put("name", "Chasqui Sandbox");
            String override = waba.overrideCallback();
            if (override != null) {
                entry.put("override_callback_uri", override);
            }
        }
        return GraphCall.json(answer);
    }

    /** Ends the subscription. */
    @DELETE
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{waba: [0-9]+}/subscribed_apps")
    public Response unsubscribe(@PathParam("waba") String id) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        call.world().management().subscribe(call.waba(id), false, null);
        return GraphCall.success();
    }

    private static @Nullable GraphFailure verify(String callback, String verifyToken) {
        if (callback.length() > MAX_URI) {
            return GraphFailure.invalidParameter("Param override_callback_uri must be at most 200 characters long.");
        }
        if (verifyToken.isEmpty()) {
            return GraphFailure.invalidParameter("The parameter verify_token is required.");
        }
        String challenge = Long.toString(ThreadLocalRandom.current().nextLong(100_000_000L, 2_000_000_000L));
        return CallbackChallenge.failureOf(callback, verifyToken, challenge);
    }
}
