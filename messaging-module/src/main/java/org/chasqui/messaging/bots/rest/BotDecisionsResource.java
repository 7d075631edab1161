package org.chasqui.messaging.bots.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.chasqui.messaging.bots.BotDecisions;
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

/** {@code /api/v1/whatsapp/bots/{id}/decisions}. */
@Path("/whatsapp/bots/{id}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Bots")
public class BotDecisionsResource {
    @Inject
    BotDecisions decisions;

    @Inject
    OwnBots own;

    @Inject
    Caller caller;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listBotDecisions",
            summary = "List what a bot decided, and why",
            description = "The newest first, kept for 60 days unless set otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "A page of decisions.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DecisionResponse.class)))
    public Response list(
            @Parameter(description = "Our id of the bot.") @PathParam("id") String id,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        own.demandWorkspaceKey();
        var filter = new BotDecisions.Filter(own.demand(id).id(), null, null);
        var found =
                decisions.list(caller.workspaceId(), filter, page.limit() + 1, OwnBots.before(page.after())).stream()
                        .map(DecisionResponse::of)
                        .toList();
        return Pages.page(uri, found, page.limit(), decision -> decision.id().toString());
    }
}
