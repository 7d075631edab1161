package org.chasqui.messaging.bots.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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
import org.chasqui.messaging.bots.BotNumbers;
import org.chasqui.messaging.bots.BotSecrets;
import org.chasqui.messaging.bots.BotTrials;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.Bots;
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

/** {@code /api/v1/whatsapp/bots}. */
@Path("/whatsapp/bots")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Bots", description = "What answers people by itself: rules, an AI of your choice, a server of yours.")
public class BotsResource {
    private static final String ID = "Our id of the bot.";

    @Inject
    Bots bots;

    @Inject
    BotNumbers numbers;

    @Inject
    BotSecrets secrets;

    @Inject
    BotTrials trials;

    @Inject
    OwnBots own;

    @Inject
    Caller caller;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(operationId = "listBots", summary = "List bots", description = "The newest first.")
    @APIResponse(
            responseCode = "200",
            description = "The bots of the workspace.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = BotResponse.class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        var all = bots.list(caller.workspaceId()).stream()
                .map(bot -> response(bot, null))
                .toList();
        return Pages.page(uri, all, page, bot -> bot.id().toString());
    }

    @POST
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "createBot",
            summary = "Make a bot",
            description = "It answers as soon as it is linked to a number.")
    @APIResponse(responseCode = "200", description = "The bot.")
    public BotResponse create(@NotNull(message = "is missing.") BotRequest body) {
        own.demandWorkspaceKey();
        var bot = bots.create(caller.workspaceId(), body.wish(null, caller.keyName()));
        return response(bot, bot.external().isConfigured() ? secretOf(bot) : null);
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.READ)
    @Operation(operationId = "getBot", summary = "Look at a bot")
    @APIResponse(responseCode = "200", description = "The bot.")
    public BotResponse get(@Parameter(description = ID) @PathParam("id") String id) {
        return response(own.demand(id), null);
    }

    @PUT
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Operation(operationId = "updateBot", summary = "Change a bot", description = "What is left out stays as it is.")
    @APIResponse(responseCode = "200", description = "The bot as it is now.")
    public BotResponse update(
            @Parameter(description = ID) @PathParam("id") String id,
            @NotNull(message = "is missing.") BotRequest body) {
        own.demandWorkspaceKey();
        var old = own.demand(id);
        var bot = bots.change(caller.workspaceId(), old.id(), body.wish(old, caller.keyName()))
                .bot();
        boolean isNew = bot.external().isConfigured() && !old.external().isConfigured();
        boolean wasGiven = body.external() != null && body.external().secret() != null;
        return response(bot, isNew || wasGiven ? secretOf(bot) : null);
    }

    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "deleteBot",
            summary = "Remove a bot",
            description = "With its rules; numbers that it answered on have none then.")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void delete(@Parameter(description = ID) @PathParam("id") String id) {
        own.demandWorkspaceKey();
        bots.delete(caller.workspaceId(), own.demand(id).id(), caller.keyName());
    }

    @POST
    @Path("/{id}/toggle")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "toggleBot",
            summary = "Switch a bot on or off",
            description = "On when it is off, off when it is on.")
    @APIResponse(responseCode = "200", description = "The bot as it is now.")
    public BotResponse toggle(@Parameter(description = ID) @PathParam("id") String id) {
        own.demandWorkspaceKey();
        return response(bots.toggle(caller.workspaceId(), own.demand(id).id(), caller.keyName()), null);
    }

    @POST
    @Path("/{id}/test")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "testBot",
            summary = "Ask what a bot would answer, and why",
            description =
                    "Nothing is sent or kept; what asking an AI has cost is counted. With `from`, the conversation of that person with the bot"
                            + " counts: who has it, what was said lately, tags and names.")
    @APIResponse(responseCode = "200", description = "What it would do.")
    public TrialResponse test(
            @Parameter(description = ID) @PathParam("id") String id,
            @NotNull(message = "is missing.") TrialRequest body) {
        // With a person it looks into conversations of any number of the bot.
        own.demandWorkspaceKey();
        var bot = own.demand(id);
        return TrialResponse.of(trials.run(caller.workspaceId(), bot.id(), body.wish()));
    }

    private @Nullable String secretOf(BotView bot) {
        return secrets.externalSecret(bot.id()).orElse(null);
    }

    private BotResponse response(BotView bot, @Nullable String newSecret) {
        var its = numbers.of(bot).stream()
                .map(number -> number.sender().phoneNumberId())
                .toList();
        return BotResponse.of(bot, its, bots.missing(bot), newSecret);
    }
}
