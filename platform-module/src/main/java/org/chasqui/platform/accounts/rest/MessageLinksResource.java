package org.chasqui.platform.accounts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import org.chasqui.platform.accounts.profile.MessageLinks;
import org.chasqui.platform.keys.Scope;
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

/** The message links of a number, each with its QR code. */
@Path("/whatsapp/phone_numbers/{id}/qr")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class MessageLinksResource {
    private static final String NUMBER = "Our id or Meta's id.";
    private static final String CODE = "Meta's code of the link.";

    @Inject
    OwnNumbers own;

    @Inject
    MessageLinks links;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listMessageLinks",
            summary = "List the message links of a number",
            description = "With the text and the QR code of each, in Meta's order.")
    @APIResponse(
            responseCode = "200",
            description = "The links.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = MessageLinkBody.class)))
    public Response list(
            @Parameter(description = NUMBER) @PathParam("id") String id,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var all = links.of(own.number(id)).stream().map(MessageLinkBody::of).toList();
        return Pages.page(uri, all, page, MessageLinkBody::code);
    }

    @POST
    @RequiresScope(Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createMessageLink",
            summary = "Make a message link",
            description = "Whoever opens the link, or scans its QR code, has a chat with the number before them, with"
                    + " the text already written. Meta keeps 2,000 for a number.")
    @APIResponse(responseCode = "200", description = "The link with its QR code as SVG.")
    public MessageLinkBody create(
            @Parameter(description = NUMBER) @PathParam("id") String id,
            @NotNull(message = "is missing.") @Valid LinkTextBody body) {
        return MessageLinkBody.of(links.put(own.number(id), null, body.text()));
    }

    @PUT
    @Path("/{code}")
    @RequiresScope(Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeMessageLink",
            summary = "Give a message link another text",
            description = "Codes that are printed already lead to the new text.")
    @APIResponse(responseCode = "200", description = "The link.")
    public MessageLinkBody change(
            @Parameter(description = NUMBER) @PathParam("id") String id,
            @Parameter(description = CODE) @PathParam("code") String code,
            @NotNull(message = "is missing.") @Valid LinkTextBody body) {
        return MessageLinkBody.of(links.put(own.number(id), code, body.text()));
    }

    @DELETE
    @Path("/{code}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "deleteMessageLink",
            summary = "Delete a message link",
            description = "Whoever opens it afterwards is told that it is not valid.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public void delete(
            @Parameter(description = NUMBER) @PathParam("id") String id,
            @Parameter(description = CODE) @PathParam("code") String code) {
        links.delete(own.number(id), code);
    }
}
