package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.AccessToken;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;

/** {@code /{phone}/block_users}: only people who have written in the last 24 hours can be blocked. */
@Path("/")
@RequestScoped
public class BlockResource {

    private static final String USERS = "{version: (v[0-9]+\\.[0-9]+/)?}{number: [0-9]+}/block_users";
    private static final int SOME_FAILED = 139100;
    private static final int NOT_IN_WINDOW = 131047;

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @GET
    @Path(USERS)
    public Response list(@PathParam("number") String id) {
        GraphCall call = GraphCall.of(sandbox, request, uri, AccessToken.MESSAGING);
        List<ObjectNode> all = call.number(id).shelf().blocked().stream()
                .map(person -> Json.object()
                        .put("messaging_product", "whatsapp")
                        .put("wa_id", person)
                        .put("id", person))
                .toList();
        ObjectNode page = call.page(all);
        page.path("data").forEach(user -> ((ObjectNode) user).remove("id"));
        return GraphCall.json(page);
    }

    @POST
    @Path(USERS)
    public Response block(@PathParam("number") String id, byte[] body) throws IOException {
        return change(id, body, true);
    }

    @DELETE
    @Path(USERS)
    public Response unblock(@PathParam("number") String id, byte[] body) throws IOException {
        return change(id, body, false);
    }

    private Response change(String id, byte[] body, boolean block) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri, AccessToken.MESSAGING);
        BusinessNumber number = call.number(id);
        ObjectNode parameters = call.parameters(body);
        if (!parameters.path("messaging_product").asText().equalsIgnoreCase("whatsapp")) {
            throw new GraphRefused(GraphFailure.invalidParameter("The parameter messaging_product is required."));
        }
        JsonNode users = parameters.path("block_users");
        if (users.isTextual()) {
            // A list in the query is JSON text, as everywhere in Graph.
            users = Json.read(users.asText().getBytes(StandardCharsets.UTF_8));
        }
        if (users == null || users.isEmpty()) {
            throw new GraphRefused(GraphFailure.invalidParameter("The parameter block_users is required."));
        }
        ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
        ObjectNode outcome = answer.putObject("block_users");
        var done = outcome.putArray(block ? "added_users" : "removed_users");
        var failed = outcome.putArray("failed_users");
        for (JsonNode one : users) {
            String input = one.path("user").asText();
            String person = input.replaceAll("\\D", "");
            ObjectNode user = Json.object().put("input", input).put("wa_id", person);
            boolean heard = number.windowClosesAt(person, call.world().clock().millis()) > 0;
            if (block ? heard : number.shelf().isBlocked(person)) {
                call.world().management().block(number, person, block);
                done.add(user);
            } else {
                user.putArray("errors")
                        .addObject()
                        .put("message", block ? "Re-engagement required" : "The user is not blocked")
                        .put("code", NOT_IN_WINDOW)
                        .putObject("error_data")
                        .put(
                                "details",
                                block
                                        ? "The user has not messaged the business in the last 24 hours."
                                        : "The user is not on the list.");
                failed.add(user);
            }
        }
        if (failed.isEmpty()) {
            outcome.remove("failed_users");
            return GraphCall.json(answer);
        }
        answer.setAll(new GraphFailure(
                        400, SOME_FAILED, null, "OAuthException", "(#139100) Failed to block/unblock users", null)
                .toJson(GraphHeaders.trace()));
        return Response.status(400)
                .type("application/json; charset=UTF-8")
                .entity(Json.bytes(answer))
                .build();
    }
}
