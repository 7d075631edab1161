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
import java.util.List;
import java.util.Map;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;

/** Message links of a number ({@code message_qrdls}). The picture of one is not played: nothing asks for it. */
@Path("/")
@RequestScoped
public class LinkResource {

    private static final String LINKS = "{version: (v[0-9]+\\.[0-9]+/)?}{number: [0-9]+}/message_qrdls";
    private static final int LONGEST = 140;
    private static final int MOST = 2_000;

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    /** A new link, or with {@code code} another text for one. */
    @POST
    @Path(LINKS)
    public Response put(@PathParam("number") String id, byte[] body) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        BusinessNumber number = call.number(id);
        ObjectNode parameters = call.parameters(body);
        String text = parameters.path("prefilled_message").asText();
        if (text.isEmpty()) {
            throw new GraphRefused(GraphFailure.invalidParameter("The parameter prefilled_message is required."));
        }
        if (text.length() > LONGEST) {
            throw new GraphRefused(
                    GraphFailure.invalidParameter("Param prefilled_message must be at most 140 characters long."));
        }
        String code = parameters.path("code").asText();
        if (!code.isEmpty() && number.shelf().link(code) == null) {
            throw new GraphRefused(GraphFailure.invalidParameter("Param code is not a QR code of this number."));
        }
        if (code.isEmpty() && number.shelf().links().size() >= MOST) {
            throw new GraphRefused(GraphFailure.invalidParameter("This number has 2000 QR codes already."));
        }
        String made = call.world().management().link(number, code.isEmpty() ? null : code, text);
        return GraphCall.json(view(made, text));
    }

    /** All links, paged. */
    @GET
    @Path(LINKS)
    public Response list(@PathParam("number") String id) {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        List<ObjectNode> all = call.number(id).shelf().links().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(link -> view(link.getKey(), link.getValue()))
                .toList();
        return GraphCall.json(call.page(all));
    }

    /** One link; a list, as with Meta. */
    @GET
    @Path(LINKS + "/{code: [A-Z0-9]+}")
    public Response get(@PathParam("number") String id, @PathParam("code") String code) {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        String text = call.number(id).shelf().link(code);
        ObjectNode answer = Json.object();
        var data = answer.putArray("data");
        if (text != null) {
            data.add(view(code, text));
        }
        return GraphCall.json(answer);
    }

    /** Removes a link. */
    @DELETE
    @Path(LINKS + "/{code: [A-Z0-9]+}")
    public Response delete(@PathParam("number") String id, @PathParam("code") String code) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        BusinessNumber number = call.number(id);
        if (number.shelf().link(code) == null) {
            throw new GraphRefused(GraphFailure.invalidParameter("Param code is not a QR code of this number."));
        }
        call.world().management().unlink(number, code);
        return GraphCall.success();
    }

    private static ObjectNode view(String code, String text) {
        return Json.object()
                .put("code", code)
                .put("prefilled_message", text)
                .put("deep_link_url", "https://wa.me/message/" + code);
    }
}
