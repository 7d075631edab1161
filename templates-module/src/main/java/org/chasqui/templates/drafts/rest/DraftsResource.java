package org.chasqui.templates.drafts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.PageRequest;
import org.chasqui.platform.rest.Pages;
import org.chasqui.platform.rest.RequiresScope;
import org.chasqui.templates.drafts.Drafts;
import org.chasqui.templates.drafts.SavedDraft;
import org.chasqui.templates.templates.rest.CallersAccount;
import org.chasqui.templates.templates.rest.TemplateRequest;
import org.chasqui.templates.templates.rest.TemplateResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/whatsapp/templates/drafts}: beside {@code POST /templates}, which hands in at once. */
@Path("/whatsapp/templates/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(
        name = "Templates",
        description = "Messages that Meta has approved, to write to people outside the 24-hour window.")
public class DraftsResource {
    private static final String ID = "Id of the draft.";

    @Inject
    Drafts drafts;

    @Inject
    Caller caller;

    @Inject
    CallersAccount account;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listTemplateDrafts",
            summary = "List drafts of templates",
            description = "What is not handed in yet, the one saved last first.")
    @APIResponse(
            responseCode = "200",
            description = "The drafts of the workspace, or of the account of the key's number.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DraftResponse.class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        var all = drafts.list(caller.workspaceId()).stream()
                .filter(saved -> account.sees(saved.accountId()))
                .map(DraftResponse::of)
                .toList();
        return Pages.page(uri, all, page, draft -> draft.id().toString());
    }

    @POST
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "saveTemplateDraft",
            summary = "Keep a draft of a template",
            description = "Nothing is checked and Meta is not asked: it may be unfinished.")
    @APIResponse(
            responseCode = "200",
            description = "Kept.",
            content = @Content(schema = @Schema(implementation = DraftResponse.class)))
    public DraftResponse save(@Nullable TemplateRequest body) {
        var request = TemplateRequest.required(body);
        return DraftResponse.of(
                drafts.save(caller.workspaceId(), account.number(request.phoneNumberId()), request.draft(), actor()));
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.READ)
    @Operation(operationId = "getTemplateDraft", summary = "Look at a draft", description = "As it was saved last.")
    @APIResponse(
            responseCode = "200",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = DraftResponse.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public DraftResponse get(@Parameter(description = ID) @PathParam("id") String id) {
        return DraftResponse.of(demand(id));
    }

    @PUT
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "replaceTemplateDraft",
            summary = "Go on with a draft",
            description = "All of it is replaced; what is left out is empty. Who saves last wins.")
    @APIResponse(
            responseCode = "200",
            description = "Kept.",
            content = @Content(schema = @Schema(implementation = DraftResponse.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public DraftResponse replace(
            @Parameter(description = ID) @PathParam("id") String id, @Nullable TemplateRequest body) {
        var request = TemplateRequest.required(body);
        return DraftResponse.of(
                drafts.replace(demand(id), account.number(request.phoneNumberId()), request.draft(), actor()));
    }

    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "deleteTemplateDraft",
            summary = "Delete a draft",
            description = "Meta knows nothing of it.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public void delete(@Parameter(description = ID) @PathParam("id") String id) {
        drafts.delete(demand(id));
    }

    @POST
    @Path("/{id}/submit")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "submitTemplateDraft",
            summary = "Hand a draft in for review",
            description =
                    "As POST /templates does, or as POST /templates/{id} for the draft of a change. When it is refused,"
                            + " the draft stays.")
    @APIResponse(
            responseCode = "200",
            description = "Handed in: the template. The draft is gone.",
            content = @Content(schema = @Schema(implementation = TemplateResponse.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public TemplateResponse submit(@Parameter(description = ID) @PathParam("id") String id) {
        return TemplateResponse.of(drafts.submit(demand(id), actor()));
    }

    private String actor() {
        return "key " + caller.keyName();
    }

    private SavedDraft demand(String id) {
        return drafts.get(caller.workspaceId(), id)
                .filter(saved -> account.sees(saved.accountId()))
                .orElseThrow(() -> RequestFailed.notFound("draft", id));
    }
}
