package org.chasqui.platform.accounts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.chasqui.platform.accounts.NumberBots;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bot of a number (seed 004). */
@Path("/whatsapp/phone_numbers/{id}/link-bot")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bots")
public class NumberBotResource {
    @Inject
    NumberBots bots;

    @Inject
    OwnNumbers own;

    @Inject
    NumberBodies bodies;

    @Inject
    Caller caller;

    @POST
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "linkBot",
            summary = "Link a bot to a number, or unlink it",
            description = "A number has one bot at most; a bot may answer on many. Other nodes hear of it within ten"
                    + " seconds.")
    @APIResponse(responseCode = "200", description = "The number as it is now.")
    public PhoneNumberBody link(
            @Parameter(description = "Our id or Meta's id.") @PathParam("id") String id,
            @NotNull(message = "is missing.") @Valid LinkBotBody body) {
        bots.link(own.number(id), body.botId(), caller.keyName());
        return bodies.of(own.details(id));
    }
}
