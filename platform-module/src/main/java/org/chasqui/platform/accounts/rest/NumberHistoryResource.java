package org.chasqui.platform.accounts.rest;

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
import java.util.UUID;
import org.chasqui.platform.accounts.NumberHistory;
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

/** What became of a number. */
@Path("/whatsapp/phone_numbers/{id}/history")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class NumberHistoryResource {
    @Inject
    OwnNumbers own;

    @Inject
    NumberHistory history;

    @Inject
    Caller caller;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listPhoneNumberHistory",
            summary = "List what became of a number",
            description = "Changes of status, quality, limit and name, and whatever else Meta has told of the number"
                    + " or its account, the newest first.")
    @APIResponse(
            responseCode = "200",
            description = "The entries.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = HistoryEntryBody.class)))
    public Response list(
            @Parameter(description = "Our id or Meta's id.") @PathParam("id") String id,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var number = own.number(id);
        var entries = history.of(caller.workspaceId(), number.id(), cursor(page.after()), page.limit() + 1).stream()
                .map(HistoryEntryBody::of)
                .toList();
        return Pages.page(uri, entries, page.limit(), entry -> entry.id().toString());
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException noUuid) {
            throw RequestFailed.invalid("after", "is no cursor of this list: take it from the Link header.");
        }
    }
}
