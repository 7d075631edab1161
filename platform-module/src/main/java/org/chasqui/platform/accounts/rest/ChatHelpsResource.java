package org.chasqui.platform.accounts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.chasqui.platform.accounts.profile.ChatHelps;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ice breakers and commands of a number. */
@Path("/whatsapp/phone_numbers/{id}/chat_helps")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class ChatHelpsResource {
    private static final String NUMBER = "Our id or Meta's id.";

    @Inject
    OwnNumbers own;

    @Inject
    ChatHelps helps;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "getChatHelps",
            summary = "Get ice breakers and commands of a number",
            description = "As Meta has them.")
    @APIResponse(responseCode = "200", description = "Ice breakers and commands.")
    public ChatHelpsBody get(@Parameter(description = NUMBER) @PathParam("id") String id) {
        return ChatHelpsBody.of(helps.of(own.number(id)));
    }

    @PUT
    @RequiresScope(Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeChatHelps",
            summary = "Set ice breakers and commands of a number",
            description = "Ice breakers stand in an empty chat, commands are offered after a slash. A tap on either"
                    + " arrives as a text.")
    @APIResponse(responseCode = "200", description = "As Meta has them now.")
    public ChatHelpsBody change(
            @Parameter(description = NUMBER) @PathParam("id") String id,
            @NotNull(message = "is missing.") @Valid ChatHelpsBody body) {
        return ChatHelpsBody.of(helps.change(own.number(id), body.helps()));
    }
}
