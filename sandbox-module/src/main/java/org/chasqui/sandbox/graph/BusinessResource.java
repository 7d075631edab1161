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
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.world.Signups;

/** The accounts of a business portfolio; each account of the sandbox has a portfolio of its own. */
@Path("/")
@RequestScoped
public class BusinessResource {

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    /** Those that the business owns, and those that it shares with the app: here they are the same. */
    @GET
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{business: [0-9]+}/{edge: (client|owned)_whatsapp_business_accounts}")
    public Response accounts(@PathParam("business") String business) {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        List<ObjectNode> all = call.world().catalog().wabas().stream()
                .filter(waba -> Signups.businessOf(waba).equals(business) && call.sees(waba))
                .map(waba -> call.select(Nodes.waba(waba), Nodes.WABA_FIELDS, "WhatsAppBusinessAccount"))
                .toList();
        if (all.isEmpty()) {
            throw new GraphRefused(GraphFailure.unsupported("get", business));
        }
        return GraphCall.json(call.page(all));
    }
}
