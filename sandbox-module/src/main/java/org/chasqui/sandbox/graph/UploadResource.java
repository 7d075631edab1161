package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Set;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.Uploads;
import org.chasqui.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** Resumable uploads: a session, then the bytes, perhaps in several pieces; the last one is answered with a handle. */
@Path("/")
@RequestScoped
public class UploadResource {

    private static final Set<String> TYPES =
            Set.of("application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4");
    private static final long LARGEST = 100L << 20;

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    /** Opens a session. */
    @POST
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{app: [0-9]+}/uploads")
    public Response open(@PathParam("app") String app, byte[] body) {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        if (!call.world().app().id().equals(app)) {
            throw new GraphRefused(GraphFailure.unsupported("post", app));
        }
        ObjectNode parameters = call.parameters(body);
        long length = parameters.path("file_length").asLong();
        String type = parameters.path("file_type").asText();
        if (length < 1 || length > LARGEST) {
            throw new GraphRefused(GraphFailure.invalidParameter("Param file_length must be from 1 to " + LARGEST));
        }
        if (!TYPES.contains(type)) {
            throw new GraphRefused(GraphFailure.invalidParameter("Param file_type " + type + " is not supported"));
        }
        Uploads.Session session = call.world().uploads().open(type, length);
        return GraphCall.json(Json.object().put("id", "upload:" + session.id() + "?sig=sandbox"));
    }

    /** Takes bytes from {@code file_offset} on. */
    @POST
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}upload:{session: [\\w-]+}")
    public Response take(@PathParam("session") String id, InputStream body) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        Uploads.Session session = session(call, id);
        String handle = call.world().uploads().take(session, offset(), body);
        if (handle == null) {
            throw new GraphRefused(GraphFailure.invalidParameter("The file_offset does not match the upload session."));
        }
        return GraphCall.json(
                handle.isEmpty() ? state(id, session) : Json.object().put("h", handle));
    }

    /** How far an upload has come. */
    @GET
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}upload:{session: [\\w-]+}")
    public Response look(@PathParam("session") String id) {
        return GraphCall.json(state(id, session(GraphCall.of(sandbox, request, uri), id)));
    }

    /** A sample, as Meta's other host serves it: to everybody who has its address. */
    @GET
    @Path("lookaside/samples/{name: [\\w.-]+}")
    public Response sample(@PathParam("name") String name) {
        World world = sandbox.world();
        var file = world == null ? null : world.uploads().bytes(name);
        if (file == null) {
            return Response.status(404).build();
        }
        StreamingOutput bytes = out -> Files.copy(file, out);
        return Response.ok(bytes, Uploads.mime(name)).build();
    }

    private static ObjectNode state(String id, Uploads.Session session) {
        return Json.object().put("id", "upload:" + id).put("file_offset", session.received());
    }

    private static Uploads.Session session(GraphCall call, String id) {
        Uploads.@Nullable Session session = call.world().uploads().find(id);
        if (session == null) {
            throw new GraphRefused(GraphFailure.unsupported("post", "upload:" + id));
        }
        return session;
    }

    private long offset() {
        try {
            String offset = request.getHeader("file_offset");
            return offset == null ? 0 : Long.parseLong(offset);
        } catch (NumberFormatException e) {
            throw new GraphRefused(GraphFailure.invalidParameter("The header file_offset must be a number."));
        }
    }
}
