package org.chasqui.messaging.bots.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.chasqui.messaging.bots.BotDrafts;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/whatsapp/conversations/{id}/ai-draft}. */
@Path("/whatsapp/conversations/{id}/ai-draft")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Bots")
public class ConversationDraftResource {
    private static final String ID = "Our id of the conversation.";

    @Inject
    BotDrafts drafts;

    @Inject
    OwnConversations own;

    @Inject
    Caller caller;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "getConversationDraft",
            summary = "Look at what an AI would have answered",
            description = "There is none when somebody has written since.")
    @APIResponse(responseCode = "200", description = "The draft.")
    public DraftResponse get(@Parameter(description = ID) @PathParam("id") String id) {
        return drafts.of(caller.workspaceId(), own.demand(id).id())
                .map(DraftResponse::of)
                .orElseThrow(() -> RequestFailed.notFound("draft in the conversation", id));
    }

    @DELETE
    @RequiresScope(Scope.WRITE)
    @Operation(operationId = "discardConversationDraft", summary = "Throw away what an AI would have answered")
    @APIResponse(responseCode = "204", description = "Gone.")
    public void discard(@Parameter(description = ID) @PathParam("id") String id) {
        drafts.discard(caller.workspaceId(), own.demand(id).id());
    }
}
