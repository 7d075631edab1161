package org.chasqui.templates.templates.rest;

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
import java.time.Clock;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.PageRequest;
import org.chasqui.platform.rest.Pages;
import org.chasqui.platform.rest.RequiresScope;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/whatsapp/templates}. */
@Path("/whatsapp/templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(
        name = "Templates",
        description = "Messages that Meta has approved, to write to people outside the 24-hour window.")
public class TemplatesResource {
    private static final String ID = "Id of the template, ours or Meta's.";

    @Inject
    Templates templates;

    @Inject
    Caller caller;

    @Inject
    CallersAccount account;

    @Inject
    Clock clock;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listTemplates",
            summary = "List templates",
            description = "By name and language, with their status at Meta.")
    @APIResponse(
            responseCode = "200",
            description = "The templates of the workspace, or of the key's number.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TemplateResponse.class)))
    public Response list(@BeanParam TemplateQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        var all = templates.list(caller.workspaceId()).stream()
                .filter(this::isVisible)
                .filter(query::matches)
                .map(TemplateResponse::of)
                .toList();
        return Pages.page(uri, all, page, template -> template.id().toString());
    }

    @POST
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "createTemplate",
            summary = "Hand a template in for review",
            description =
                    "Meta's limits are checked first, and all faults are told at once. Meta decides, mostly within"
                            + " minutes; the event template.status tells of it.")
    @APIResponse(responseCode = "200", description = "Handed in. Meta may have chosen another category already.")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public TemplateResponse create(@Nullable TemplateRequest body) {
        var request = TemplateRequest.required(body);
        return TemplateResponse.of(templates.create(
                caller.workspaceId(), account.number(request.phoneNumberId()), request.draft(), actor()));
    }

    @POST
    @Path("/lint")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "lintTemplate",
            summary = "Ask what Meta is likely to say",
            description = "Nothing is handed in and nothing is stored. Each rule has a name that never changes.")
    @APIResponse(responseCode = "200", description = "The findings.")
    public LintResponse lint(@Nullable TemplateRequest body) {
        var request = TemplateRequest.required(body);
        return LintResponse.of(
                templates.lint(caller.workspaceId(), request.draft(), account.number(request.phoneNumberId())));
    }

    @POST
    @Path("/sync")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "syncTemplates",
            summary = "Compare the templates with Meta now",
            description = "This also happens by itself every ten minutes; webhooks of Meta are applied at once.")
    @APIResponse(responseCode = "200", description = "Compared.")
    public SyncResponse sync() {
        int changes = templates.sync(caller.workspaceId());
        int count = (int) templates.list(caller.workspaceId()).stream()
                .filter(this::isVisible)
                .filter(template -> template.deletedAt() == null)
                .count();
        return new SyncResponse(clock.instant(), count, changes);
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.READ)
    @Operation(operationId = "getTemplate", summary = "Look at a template", description = "Also at a deleted one.")
    @APIResponse(responseCode = "200", description = "The template.")
    public TemplateResponse get(@Parameter(description = ID) @PathParam("id") String id) {
        return TemplateResponse.of(demand(id));
    }

    @POST
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "editTemplate",
            summary = "Change a template",
            description =
                    "All components are replaced; what is left out stays. Meta reviews it again, and lets an approved"
                            + " one be edited once a day and ten times in thirty days.")
    @APIResponse(responseCode = "200", description = "Handed in again.")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public TemplateResponse edit(
            @Parameter(description = ID) @PathParam("id") String id, @Nullable TemplateRequest body) {
        var template = demand(id);
        return TemplateResponse.of(
                templates.edit(template, TemplateRequest.required(body).over(template), actor()));
    }

    @GET
    @Path("/{id}/history")
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "getTemplateHistory",
            summary = "Read the story of a template",
            description = "What Meta decided and what you did, the newest first.")
    @APIResponse(
            responseCode = "200",
            description = "Its story.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = HistoryResponse.class)))
    public Response history(
            @Parameter(description = ID) @PathParam("id") String id,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var story =
                templates.history(demand(id)).stream().map(HistoryResponse::of).toList();
        return Pages.page(uri, story, page, line -> line.id().toString());
    }

    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "deleteTemplate",
            summary = "Delete a template in one language",
            description = "At Meta and here. Messages that wait with it fail. Meta blocks the name for thirty days.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public void delete(@Parameter(description = ID) @PathParam("id") String id) {
        templates.delete(demand(id), actor());
    }

    private TemplateView demand(String id) {
        return templates
                .get(caller.workspaceId(), id)
                .filter(this::isVisible)
                .orElseThrow(() -> RequestFailed.notFound("template", id));
    }

    /** A key for one number sees the templates of its account. */
    private boolean isVisible(TemplateView template) {
        return account.sees(template.accountId());
    }

    private String actor() {
        return "key " + caller.keyName();
    }
}
