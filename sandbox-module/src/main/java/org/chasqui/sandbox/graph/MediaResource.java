package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.AccessToken;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.meta.MediaRules;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.MediaItem;
import org.chasqui.sandbox.world.MediaShelf;

/** Files: uploading them, their addresses, their bytes. {@code GET /{media-id}} is served by {@link NodeResource}. */
@Path("/")
@RequestScoped
public class MediaResource {

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    /** Uploads a file that only this number may send. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{number: [0-9]+}/media")
    public Response upload(@PathParam("number") String id, InputStream body) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri, AccessToken.MESSAGING);
        BusinessNumber number = call.number(id);
        MediaShelf shelf = call.world().media();
        UploadForm form = UploadForm.read(request, body, shelf);
        MediaShelf.Received file = form.file();
        if (file == null) {
            throw new GraphRefused(GraphFailure.invalidParameter("The parameter file is required."));
        }
        String mime = MediaRules.bare(form.fields().getOrDefault("type", String.valueOf(form.fileType())));
        GraphFailure failure = "whatsapp".equalsIgnoreCase(form.fields().get("messaging_product"))
                ? MediaRules.check(mime, file.size())
                : GraphFailure.invalidParameter("The parameter messaging_product is required.");
        if (failure != null) {
            shelf.drop(file);
            throw new GraphRefused(failure);
        }
        MediaItem item = shelf.keep(file, number, mime, form.fileName(), false);
        return GraphCall.json(Json.object().put("id", item.id()));
    }

    /** Removes a file. */
    @DELETE
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{media: [0-9]+}")
    public Response delete(@PathParam("media") String id) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri, AccessToken.MESSAGING);
        call.world().media().remove(call.media(id));
        return GraphCall.success();
    }

    /** The bytes, as Meta's other host serves them: with the token, and for five minutes after the address was given. */
    @GET
    @Path("lookaside/whatsapp_business/attachments")
    public Response bytes(
            @DefaultValue("") @QueryParam("mid") String id,
            @DefaultValue("0") @QueryParam("ext") long until,
            @DefaultValue("") @QueryParam("hash") String hash) {
        GraphCall call = GraphCall.of(sandbox, request, uri, AccessToken.MESSAGING);
        MediaShelf shelf = call.world().media();
        MediaItem item = shelf.atAddress(id, until, hash);
        if (item == null) {
            return Response.status(404)
                    .type(MediaType.TEXT_PLAIN)
                    .entity("URL signature expired".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                    .build();
        }
        StreamingOutput bytes = out -> Files.copy(shelf.bytes(call.media(id)), out);
        return Response.ok(bytes, item.mime())
                .header("Content-Length", item.size())
                .header("Content-Disposition", "attachment")
                .build();
    }

    /** {@code GET /{media-id}}: what it is, and where its bytes are for the next five minutes. */
    static Response node(GraphCall call, String id) {
        MediaItem item = call.media(id);
        ObjectNode json = Json.object().put("messaging_product", "whatsapp");
        json.put("url", call.graphBase() + call.world().media().address(item));
        json.put("mime_type", item.mime()).put("sha256", item.sha256());
        return GraphCall.json(json.put("file_size", item.size()).put("id", item.id()));
    }
}
