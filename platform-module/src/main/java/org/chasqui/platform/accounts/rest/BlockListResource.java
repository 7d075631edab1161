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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.chasqui.platform.accounts.profile.BlockList;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.PageRequest;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom a number has blocked. */
@Path("/whatsapp/phone_numbers/{id}/block_users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class BlockListResource {
    private static final String NUMBER = "Our id or Meta's id.";

    @Inject
    OwnNumbers own;

    @Inject
    BlockList blockList;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listBlockedUsers",
            summary = "List whom a number has blocked",
            description = "Their numbers at WhatsApp, in Meta's order.")
    @APIResponse(
            responseCode = "200",
            description = "The blocked people.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = BlockedUserBody.class)))
    public Response list(
            @Parameter(description = NUMBER) @PathParam("id") String id,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var found = blockList.list(own.number(id), page.limit(), page.after());
        var users = found.users().stream().map(BlockedUserBody::of).toList();
        var answer = Response.ok(users);
        if (found.next() != null) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("after", found.next())
                    .build();
            answer.links(Link.fromUri(next).rel("next").build());
        }
        return answer.build();
    }

    @POST
    @RequiresScope(Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "blockUsers",
            summary = "Block people",
            description = "They cannot write to the number any more, nor it to them. Meta takes only people who have"
                    + " written in the last 24 hours; each has an answer of its own.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = BlockedUserBody.class)))
    public List<BlockedUserBody> block(
            @Parameter(description = NUMBER) @PathParam("id") String id,
            @NotNull(message = "is missing.") @Valid BlockUsersBody body) {
        return blockList.block(own.number(id), body.users()).stream()
                .map(BlockedUserBody::of)
                .toList();
    }

    @DELETE
    @RequiresScope(Scope.WRITE)
    @Operation(operationId = "unblockUsers", summary = "Unblock people", description = "Each has an answer of its own.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = BlockedUserBody.class)))
    public List<BlockedUserBody> unblock(
            @Parameter(description = NUMBER) @PathParam("id") String id,
            @Parameter(description = "A person's number; may be given several times.", required = true)
                    @QueryParam("user")
                    List<String> users) {
        return blockList.unblock(own.number(id), users).stream()
                .map(BlockedUserBody::of)
                .toList();
    }
}
