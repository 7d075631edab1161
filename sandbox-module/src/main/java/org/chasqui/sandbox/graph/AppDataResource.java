package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.world.AppData;
import org.chasqui.sandbox.world.Json;

/** {@code /{phone}/smb_app_data}: what the WhatsApp Business app of a number in coexistence knows comes by webhook. */
@Path("/")
@RequestScoped
public class AppDataResource {

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @POST
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{number: [0-9]+}/smb_app_data")
    public Response ask(@PathParam("number") String id, byte[] body) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        ObjectNode parameters = call.parameters(body);
        if (!parameters.path("messaging_product").asText().equalsIgnoreCase("whatsapp")) {
            throw new GraphRefused(GraphFailure.invalidParameter("The parameter messaging_product is required."));
        }
        AppData.Kind kind = AppData.Kind.of(parameters.path("sync_type").asText());
        if (kind == null) {
            throw new GraphRefused(
                    GraphFailure.invalidParameter("Param sync_type must be one of {smb_app_state_sync, history}."));
        }
        GraphFailure failure = new AppData(call.world()).request(call.number(id), kind);
        return failure == null
                ? GraphCall.json(
                        Json.object().put("messaging_product", "whatsapp").put("request_id", GraphHeaders.trace()))
                : GraphCall.json(failure);
    }
}
