package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.AccessToken;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.world.App;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.Signups;
import org.chasqui.sandbox.world.World;

/** {@code /oauth/access_token}: a code of the login window for a token; its fields in the query or as a form. */
@Path("/")
@RequestScoped
public class OAuthResource {

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    /** As Meta's pages show it. */
    @GET
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}oauth/access_token")
    public Response exchange() throws IOException {
        Map<String, String> fields = new HashMap<>();
        uri.getQueryParameters().forEach((name, values) -> fields.put(name, values.get(0)));
        return answer(fields);
    }

    /** The same with a body, which keeps the secret out of logs. */
    @POST
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}oauth/access_token")
    public Response exchange(byte[] body) throws IOException {
        Map<String, String> fields = new HashMap<>();
        uri.getQueryParameters().forEach((name, values) -> fields.put(name, values.get(0)));
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return answer(fields);
    }

    private Response answer(Map<String, String> fields) throws IOException {
        World world = sandbox.world();
        if (world == null) {
            return GraphCall.json(GraphFailure.of(2, sandbox.reason()));
        }
        App app = world.app();
        if (!app.id().equals(fields.get("client_id"))) {
            return GraphCall.json(GraphFailure.unknownClient());
        }
        byte[] secret = fields.getOrDefault("client_secret", "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(app.secret().getBytes(StandardCharsets.UTF_8), secret)) {
            return GraphCall.json(GraphFailure.wrongClientSecret());
        }
        String code = fields.getOrDefault("code", "");
        if (code.isEmpty()) {
            return GraphCall.json(GraphFailure.invalidParameter("Missing required parameter code"));
        }
        Signups.Redeemed redeemed = world.signups().redeem(code);
        AccessToken token = redeemed.token();
        GraphFailure failure = redeemed.failure();
        if (token == null) {
            return GraphCall.json(failure == null ? GraphFailure.of(1) : failure);
        }
        ObjectNode json = Json.object().put("access_token", token.value()).put("token_type", "bearer");
        if (token.expiresAt() != 0) {
            json.put("expires_in", (token.expiresAt() - token.issuedAt()) / 1_000);
        }
        return GraphCall.json(json);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
