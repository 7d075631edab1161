package org.chasqui.platform.accounts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.PageRequest;
import org.chasqui.platform.rest.Pages;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The connected accounts. */
@Path("/whatsapp/accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class AccountsResource {
    @Inject
    Accounts accounts;

    @Inject
    Caller caller;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(operationId = "listAccounts", summary = "List connected accounts", description = "The oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "The accounts of the workspace.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AccountBody.class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        var all = accounts.list(caller.workspaceId()).stream()
                .map(AccountBody::of)
                .toList();
        return Pages.page(uri, all, page, account -> account.id().toString());
    }
}
