package org.chasqui.campaigns.audiences.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.chasqui.campaigns.audiences.Audience;
import org.chasqui.campaigns.audiences.Audiences;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.PageRequest;
import org.chasqui.platform.rest.Pages;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/whatsapp/audiences}. */
@Path("/whatsapp/audiences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Audiences", description = "Saved lists of contacts, by their tags.")
public class AudiencesResource {
    private static final String ID = "Id of the audience.";

    @Inject
    Audiences audiences;

    @Inject
    Caller caller;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(operationId = "listAudiences", summary = "List audiences", description = "Newest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of audiences.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AudienceResponse.class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        var all = audiences.list(workspace()).stream().map(AudienceResponse::of).toList();
        return Pages.page(uri, all, page, audience -> audience.id().toString());
    }

    @POST
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "createAudience",
            summary = "Save an audience",
            description =
                    "Who is meant is looked up when a campaign uses it. Attributes of a contact become the variables"
                            + " of its recipient.")
    @APIResponse(
            responseCode = "200",
            description = "The audience.",
            content = @Content(schema = @Schema(implementation = AudienceResponse.class)))
    public AudienceResponse create(@Nullable AudienceRequest body) {
        if (body == null) {
            throw new RequestFailed(FailureCode.MALFORMED_BODY, "The body is missing: a JSON object is expected.");
        }
        var name = body.name();
        var tags = body.tags();
        return AudienceResponse.of(
                audiences.create(workspace(), name == null ? "" : name, tags == null ? List.of() : tags));
    }

    @GET
    @Path("/{id}/size")
    @RequiresScope(Scope.READ)
    @Operation(operationId = "sizeAudience", summary = "Count the people of an audience")
    @APIResponse(
            responseCode = "200",
            description = "How many.",
            content = @Content(schema = @Schema(implementation = AudienceSize.class)))
    public AudienceSize size(@Parameter(description = ID) @PathParam("id") UUID id) {
        return new AudienceSize(audiences.walk(find(id), page -> {}));
    }

    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "deleteAudience",
            summary = "Delete an audience",
            description = "Contacts stay, and so do the lists of campaigns.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public void delete(@Parameter(description = ID) @PathParam("id") UUID id) {
        audiences.delete(workspace(), find(id).id());
    }

    private Audience find(UUID id) {
        return audiences.find(workspace(), id).orElseThrow(() -> RequestFailed.notFound("audience", id.toString()));
    }

    /** People belong to the whole workspace: a key that is bound to one number does not see them. */
    private UUID workspace() {
        if (caller.onlyNumber().isPresent()) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "Contacts belong to the whole workspace; this API key is bound to one number.");
        }
        return caller.workspaceId();
    }
}
