package org.chasqui.messaging.messages.rest;

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
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.messaging.messages.MessageFilter;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/whatsapp/conversations/{id}/messages}. */
@Path("/whatsapp/conversations/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Conversations")
public class ConversationMessagesResource {
    @Inject
    Conversations conversations;

    @Inject
    Messages messages;

    @Inject
    Caller caller;

    /** The messages of a conversation. */
    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listConversationMessages",
            summary = "List the messages of a conversation",
            description = "Newest first, in both directions. Edits, deletions and reactions are entries of their own,"
                    + " and also shown with the message that they are about.")
    @APIResponse(
            responseCode = "200",
            description = "A page of messages.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = MessageResponse.class)))
    public Response list(
            @Parameter(description = "Our id.") @PathParam("id") String id,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = MessageFilter.ofConversation(find(id).id());
        var found = messages.list(caller.workspaceId(), filter, page.limit() + 1, before(page.after()));
        return Pages.page(
                uri,
                found.stream().map(MessageResponse::of).toList(),
                page.limit(),
                message -> message.id().toString());
    }

    private ConversationView find(String id) {
        var uuid = uuid(id);
        if (uuid == null) {
            throw RequestFailed.notFound("conversation", id);
        }
        return conversations
                .find(caller.workspaceId(), uuid)
                .filter(view -> caller.mayUse(view.numberId()))
                .orElseThrow(() -> RequestFailed.notFound("conversation", id));
    }

    private static @Nullable UUID before(@Nullable String after) {
        var before = after == null ? null : uuid(after);
        if (after != null && before == null) {
            throw RequestFailed.invalid("after", "must be the cursor of a Link header.");
        }
        return before;
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }
}
