package org.chasqui.messaging.media.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.chasqui.messaging.media.Media;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.messaging.multipart.MultipartFile;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/whatsapp/media}. */
@Path("/whatsapp/media")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Media", description = "Upload files to send, and download what people sent.")
public class MediaResource {
    @Inject
    Media media;

    @Inject
    Caller caller;

    @Inject
    Ids ids;

    /** Keeps a file. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RequiresScope({Scope.WRITE, Scope.SEND})
    @Operation(
            operationId = "uploadMedia",
            summary = "Upload a file",
            description =
                    "Up to 100 MB in the part `file`. What it is, its first bytes tell. The answer's `media_id` can"
                            + " be sent from every number, as often as you like: it does not end after thirty days as Meta's do.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = UploadForm.class)))
    @APIResponse(responseCode = "200", description = "Kept.")
    public MediaResponse upload(
            InputStream body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType)
            throws IOException {
        var id = caller.reservedId().orElseGet(ids::next);
        return MediaResponse.of(MultipartFile.read(
                contentType,
                body,
                (bytes, name, type) ->
                        media.upload(caller.workspaceId(), caller.onlyNumber().orElse(null), id, bytes, name, type)));
    }

    /** What is known about a file. */
    @GET
    @Path("/{id}")
    @RequiresScope(Scope.READ)
    @Operation(operationId = "getMedia", summary = "Get what is known about a file, by our id or by Meta's")
    @APIResponse(responseCode = "200", description = "The file.")
    public MediaResponse get(@PathParam("id") String id) {
        return MediaResponse.of(find(id));
    }

    /** The bytes of a file. */
    @GET
    @Path("/{id}/download")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "downloadMedia",
            summary = "Download the bytes of a file",
            description = "409 with `Retry-After` while a file of a person is still being fetched from Meta.")
    @APIResponse(
            responseCode = "200",
            description = "The bytes, under their own type.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response download(@PathParam("id") String id) throws IOException {
        var file = find(id);
        var bytes = media.open(file);
        StreamingOutput output = out -> {
            try (bytes) {
                bytes.transferTo(out);
            }
        };
        // Whatever a stranger sent must not run in the browser of someone who is signed in here.
        return Response.ok(output, file.mime())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** Removes a file. */
    @DELETE
    @Path("/{id}")
    @RequiresScope({Scope.WRITE, Scope.SEND})
    @Operation(
            operationId = "deleteMedia",
            summary = "Delete a file, here and at Meta",
            description = "Messages that wait and carry it will fail.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public void delete(@PathParam("id") String id) {
        media.delete(find(id));
    }

    private MediaView find(String id) {
        return media.find(caller.workspaceId(), id)
                .filter(this::isVisible)
                .orElseThrow(() -> RequestFailed.notFound("media", id));
    }

    /** A key that is bound to a number sees what people sent to that number, and what was uploaded with such a key. */
    private boolean isVisible(MediaView file) {
        var number = file.numberId();
        return number == null ? caller.onlyNumber().isEmpty() : caller.mayUse(number);
    }

    /** Never shown inside a page. The name twice: for old clients in ASCII, for the rest as RFC 6266 wants it. */
    static String disposition(MediaView file) {
        var given = file.fileName() == null ? "file" : file.fileName();
        var ascii = given.replaceAll("[^\\x20-\\x7e]|[\"\\\\%;]", "_");
        var encoded = URLEncoder.encode(given, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
