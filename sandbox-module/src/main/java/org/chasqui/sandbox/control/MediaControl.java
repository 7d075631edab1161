package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.file.Files;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.MediaItem;
import org.chasqui.sandbox.world.World;

/** The files at Meta: what a number has there, and the bytes for the phone to show. */
@Path("/")
@RequestScoped
public class MediaControl {

    @Inject
    private Sandbox sandbox;

    /** The files of a number, the latest first. */
    @GET
    @Path("numbers/{number}/media")
    public Response list(@PathParam("number") String id) {
        World world = ControlCall.world(sandbox);
        ArrayNode list = Json.object().putArray("media");
        world.media().of(ControlCall.number(world, id)).forEach(item -> list.add(item.toJson()));
        return ControlCall.json(list);
    }

    /** The bytes of one. */
    @GET
    @Path("media/{media}")
    public Response bytes(@PathParam("media") String id) {
        World world = ControlCall.world(sandbox);
        MediaItem item = world.media().find(id);
        if (item == null) {
            throw ControlRefused.notFound("file", id);
        }
        StreamingOutput bytes = out -> Files.copy(world.media().bytes(item), out);
        return Response.ok(bytes, item.mime())
                .header("Content-Length", item.size())
                .header("Cache-Control", "private, max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }
}
