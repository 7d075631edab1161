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

/** Whether the bot of a number may answer by itself (seed 004). */
@Path("/whatsapp/phone_numbers/{id}/autoreply")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bots")
public class NumberAutoreplyResource {
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
            operationId = "setNumberAutoreply",
            summary = "Let the AI of a number answer by itself, or not",
            description =
                    "Also a server of yours that answers. The rules of a bot need no leave: they answer as soon as"
                            + " it is linked.")
    @APIResponse(responseCode = "200", description = "The number as it is now.")
    public PhoneNumberBody autoreply(
            @Parameter(description = "Our id or Meta's id.") @PathParam("id") String id,
            @NotNull(message = "is missing.") @Valid AutoreplyBody body) {
        bots.autoreply(own.details(id), Boolean.TRUE.equals(body.enabled()), caller.keyName());
        return bodies.of(own.details(id));
    }
}
