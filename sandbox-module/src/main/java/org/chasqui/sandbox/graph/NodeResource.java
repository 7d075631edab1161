package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.AccessToken;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.meta.MessageTemplate;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.Waba;
import org.chasqui.sandbox.world.World;

/** {@code GET /{id}} for accounts, numbers and templates, and {@code GET /debug_token}. */
@Path("/")
@RequestScoped
public class NodeResource {

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    /** What a token may do; asked with the app token ({@code id|secret}) or any valid token. */
    @GET
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}debug_token")
    public Response debugToken() {
        World world = sandbox.world();
        if (world == null) {
            throw new GraphRefused(GraphFailure.of(2, sandbox.reason()));
        }
        long now = world.clock().millis();
        String asking = GraphHeaders.tokenOf(request.getHeader("Authorization"), request.getQueryString());
        boolean byApp = (world.app().id() + "|" + world.app().secret()).equals(asking);
        AccessToken asker = world.catalog().token(asking);
        if (!byApp && (asker == null || asker.isExpired(now))) {
            throw new GraphRefused(new GraphFailure(
                    401, 190, null, "OAuthException", "Invalid OAuth access token - Cannot parse access token", null));
        }
        String input = uri.getQueryParameters().getFirst("input_token");
        if (input == null) {
            throw new GraphRefused(GraphFailure.invalidParameter("The parameter input_token is required."));
        }
        ObjectNode answer = Json.object();
        ObjectNode data = answer.putObject("data");
        AccessToken token = world.catalog().token(input);
        if (token == null) {
            data.putObject("error").put("code", 190).put("message", "Invalid OAuth access token.");
            data.put("is_valid", false).putArray("scopes");
        } else {
            describe(world, token, now, data);
        }
        return GraphCall.json(answer);
    }

    private static void describe(World world, AccessToken token, long now, ObjectNode data) {
        data.put("app_id", world.app().id()).put("type", "SYSTEM_USER").put("application", "Chasqui Sandbox");
        data.put("data_access_expires_at", 0).put("expires_at", token.expiresAt() / 1000);
        if (token.isExpired(now)) {
            data.putObject("error")
                    .put("code", 190)
                    .put("message", "Error validating access token: Session has expired.")
                    .put("subcode", 463);
        }
        data.put("is_valid", !token.isExpired(now)).put("issued_at", token.issuedAt() / 1000);
        var scopes = data.putArray("scopes");
        var granular = data.putArray("granular_scopes");
        token.scopes().stream().sorted().forEach(scope -> {
            scopes.add(scope);
            var targets = granular.addObject().put("scope", scope).putArray("target_ids");
            world.catalog().wabas().stream().map(Waba::id).filter(token::sees).forEach(targets::add);
        });
        data.put("user_id", "1" + world.app().id());
    }

    /** An account, a number, a template or a file. */
    @GET
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{id: [0-9]+}")
    public Response node(@PathParam("id") String id) {
        World world = sandbox.world();
        if (world != null && world.media().find(id) != null) {
            return MediaResource.node(GraphCall.of(sandbox, request, uri, AccessToken.MESSAGING), id);
        }
        GraphCall call = GraphCall.of(sandbox, request, uri);
        BusinessNumber number = call.world().catalog().number(id);
        if (number != null) {
            ObjectNode all = Nodes.number(call.number(id), call.world().app());
            return GraphCall.json(call.select(all, Nodes.NUMBER_FIELDS, "WhatsAppBusinessPhoneNumber"));
        }
        for (Waba waba : call.world().catalog().wabas()) {
            for (MessageTemplate template : waba.templates()) {
                if (template.id().equals(id) && call.sees(waba)) {
                    return GraphCall.json(call.select(
                            Nodes.template(call, template), Nodes.TEMPLATE_FIELDS, "WhatsAppMessageTemplate"));
                }
            }
        }
        Waba waba = call.waba(id);
        ObjectNode all = Nodes.waba(waba);
        if (AnalyticsField.isAsked(call)) {
            AnalyticsField.answer(call, waba, all);
        }
        return GraphCall.json(call.select(all, Nodes.WABA_FIELDS, "WhatsAppBusinessAccount"));
    }

    /** The numbers of an account. */
    @GET
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{id: [0-9]+}/phone_numbers")
    public Response phoneNumbers(@PathParam("id") String id) {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        List<ObjectNode> all = call.world().catalog().numbersOf(call.waba(id)).stream()
                .map(number -> call.select(
                        Nodes.number(number, call.world().app()), Nodes.NUMBER_FIELDS, "WhatsAppBusinessPhoneNumber"))
                .toList();
        return GraphCall.json(call.page(all));
    }
}
