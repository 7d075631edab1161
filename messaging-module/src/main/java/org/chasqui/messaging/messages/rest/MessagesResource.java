package org.chasqui.messaging.messages.rest;

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
import java.util.UUID;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/whatsapp/messages}: what became of messages, and what can be done about one. */
@Path("/whatsapp/messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Messages", description = "Send messages and follow every step of them.")
public class MessagesResource {
    @Inject
    Messages messages;

    @Inject
    Caller caller;

    /** Lists messages, newest first. */
    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listMessages",
            summary = "List messages",
            description = "Newest first. Follow the `Link: rel=\"next\"` header for more.")
    @APIResponse(
            responseCode = "200",
            description = "A page of messages.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = MessageResponse.class)))
    public Response list(@BeanParam MessageQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        var found = messages.list(
                caller.workspaceId(), query.filter(caller.onlyNumber()), page.limit() + 1, before(page.after()));
        return Pages.page(
                uri,
                found.stream().map(MessageResponse::of).toList(),
                page.limit(),
                message -> message.id().toString());
    }

    /** One message with every step and every call. */
    @GET
    @Path("/{id}")
    @RequiresScope(Scope.READ)
    @Operation(operationId = "getMessage", summary = "Get a message, by our id or by wamid")
    @APIResponse(responseCode = "200", description = "The message.")
    public MessageResponse get(@PathParam("id") String id) {
        var view = find(id);
        return MessageResponse.of(view, messages.attempts(caller.workspaceId(), view.id()));
    }

    /** Cancels a queued message. */
    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "cancelMessage",
            summary = "Cancel a message that is still queued",
            description = "409 when it has already been taken for sending.")
    @APIResponse(responseCode = "200", description = "Cancelled.")
    public MessageResponse cancel(@PathParam("id") String id) {
        return MessageResponse.of(messages.cancel(caller.workspaceId(), find(id).id()));
    }

    /** Marks a message of a person as read. */
    @POST
    @Path("/{id}/read")
    @Consumes(MediaType.WILDCARD)
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "markMessageRead",
            summary = "Mark an inbound message as read",
            description = "Shows the person blue ticks on it and on all earlier ones. The body may be left out. Answers"
                    + " when Meta has answered; 409 for a message that you sent.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MarkReadRequest.class)))
    @APIResponse(responseCode = "200", description = "Meta has marked it.")
    public MarkReadResponse markRead(@PathParam("id") String id, @Parameter(hidden = true) byte[] body) {
        boolean typing = OptionalBody.read(body, MarkReadRequest.class)
                .map(MarkReadRequest::isTyping)
                .orElse(false);
        var view = find(id);
        messages.markRead(caller.workspaceId(), view.id(), typing);
        return MarkReadResponse.of(view);
    }

    /** Posts an uncertain message again. */
    @POST
    @Path("/{id}/resend")
    @Consumes(MediaType.WILDCARD)
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "resendMessage",
            summary = "Send an uncertain message again",
            description =
                    "For a message whose outcome nobody knows: the person may get it twice, which is why it does not"
                            + " happen by itself. The call is recorded as a resend. 409 when the message is not uncertain, or"
                            + " its `ttl` has passed.")
    @APIResponse(responseCode = "200", description = "It is queued again.")
    public MessageResponse resend(@PathParam("id") String id) {
        return MessageResponse.of(messages.resend(caller.workspaceId(), find(id).id()));
    }

    /** Ends an uncertain message. */
    @POST
    @Path("/{id}/give_up")
    @Consumes(MediaType.WILDCARD)
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "giveUpMessage",
            summary = "Give up an uncertain message",
            description =
                    "It is failed then. Should Meta tell of a delivery later, that counts. The body may be left out."
                            + " 409 when the message is not uncertain.")
    @RequestBody(content = @Content(schema = @Schema(implementation = GiveUpRequest.class)))
    @APIResponse(responseCode = "200", description = "It is failed.")
    public MessageResponse giveUp(@PathParam("id") String id, @Parameter(hidden = true) byte[] body) {
        var reason = OptionalBody.read(body, GiveUpRequest.class)
                .map(GiveUpRequest::checkedReason)
                .orElse(null);
        return MessageResponse.of(messages.giveUp(caller.workspaceId(), find(id).id(), reason));
    }

    private MessageView find(String id) {
        return messages.find(caller.workspaceId(), id)
                .filter(message -> caller.mayUse(message.numberId()))
                .orElseThrow(() -> RequestFailed.notFound("message", id));
    }

    private static @Nullable UUID before(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException noCursor) {
            throw RequestFailed.invalid("after", "must be the cursor of a Link header.");
        }
    }
}
