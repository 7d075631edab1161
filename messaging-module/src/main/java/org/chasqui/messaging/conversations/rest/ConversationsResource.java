package org.chasqui.messaging.conversations.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.chasqui.messaging.bots.Handling;
import org.chasqui.messaging.bots.Handovers;
import org.chasqui.messaging.conversations.ConversationFilter;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
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

/** {@code /api/v1/whatsapp/conversations}. */
@Path("/whatsapp/conversations")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Conversations", description = "What your numbers and people write each other.")
public class ConversationsResource {
    @Inject
    Conversations conversations;

    @Inject
    Handovers handovers;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Lists conversations. */
    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listConversations",
            summary = "List conversations",
            description = "The latest message of a person first. Follow the `Link: rel=\"next\"` header for more.")
    @APIResponse(
            responseCode = "200",
            description = "A page of conversations.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ConversationResponse.class)))
    public Response list(@BeanParam ConversationQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        var number = number(query.phoneNumberId);
        var filter = new ConversationFilter(
                number == null ? caller.onlyNumber().orElse(null) : number.id(),
                query.contact(),
                query.open(),
                false,
                null,
                query.since());
        var found = conversations.list(caller.workspaceId(), filter, page.limit() + 1, cursor(page.after()));
        var handlings = handovers.of(found);
        return Pages.page(
                uri,
                found.stream()
                        .flatMap(view ->
                                Stream.ofNullable(handlings.get(view.id())).map(handling -> response(view, handling)))
                        .toList(),
                page.limit(),
                ConversationsResource::cursor);
    }

    /** One conversation. */
    @GET
    @Path("/{id}")
    @RequiresScope(Scope.READ)
    @Operation(operationId = "getConversation", summary = "Get a conversation")
    @APIResponse(responseCode = "200", description = "The conversation.")
    public ConversationResponse get(@Parameter(description = "Our id.") @PathParam("id") String id) {
        var conversation = find(id);
        return handovers.of(List.of(conversation)).values().stream()
                .findFirst()
                .map(handling -> response(conversation, handling))
                .orElseThrow();
    }

    /** A person takes it. */
    @POST
    @Path("/{id}/handover")
    @RequiresScope(Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "handOverConversation",
            summary = "Hand a conversation over to a person",
            description =
                    "The bot of the number keeps silent in it until the time is over or it is given back. The body"
                            + " may be left out.")
    @APIResponse(responseCode = "200", description = "The conversation as it is now.")
    public ConversationResponse handOver(
            @Parameter(description = "Our id.") @PathParam("id") String id, @Nullable HandoverRequest body) {
        var conversation = find(id);
        var wish = body == null ? new HandoverRequest(null, null, null) : body;
        return response(
                conversation,
                handovers.handOver(caller.workspaceId(), conversation.id(), wish.assignee(), wish.note(), wish.time()));
    }

    /** It goes back to the bot. */
    @POST
    @Path("/{id}/return")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "returnConversation",
            summary = "Give a conversation back to the bot",
            description = "Nothing happens when no person has it.")
    @APIResponse(responseCode = "200", description = "The conversation as it is now.")
    public ConversationResponse giveBack(@Parameter(description = "Our id.") @PathParam("id") String id) {
        var conversation = find(id);
        return response(conversation, handovers.giveBack(caller.workspaceId(), conversation.id()));
    }

    /** Automatic answers are wanted in it, or not. */
    @POST
    @Path("/{id}/autoreply")
    @RequiresScope(Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setConversationAutoreply",
            summary = "Allow automatic answers in a conversation, or forbid them",
            description = "Of any kind: rules, AI, a server of yours.")
    @APIResponse(responseCode = "200", description = "The conversation as it is now.")
    public ConversationResponse autoreply(
            @Parameter(description = "Our id.") @PathParam("id") String id,
            @NotNull(message = "is missing.") @Valid AutoreplyRequest body) {
        var conversation = find(id);
        return response(
                conversation,
                handovers.autoreply(caller.workspaceId(), conversation.id(), Boolean.TRUE.equals(body.enabled())));
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

    private @Nullable SenderNumber number(@Nullable String id) {
        if (id == null) {
            return null;
        }
        var number = numbers.find(caller.workspaceId(), id)
                .orElseThrow(() -> RequestFailed.invalid(
                        "phone_number_id",
                        "no number of this workspace has this id. GET /api/v1/whatsapp/phone_numbers lists them."));
        if (!caller.mayUse(number.id())) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED, "This API key may only see the number it is bound to.");
        }
        return number;
    }

    private ConversationResponse response(ConversationView view, Handling handling) {
        var phoneNumberId =
                numbers.byId(view.numberId()).map(SenderNumber::phoneNumberId).orElse(null);
        return ConversationResponse.of(view, handling, phoneNumberId, clock.instant());
    }

    private static String cursor(ConversationResponse conversation) {
        var last = conversation.lastInboundAt();
        return (last == null ? conversation.createdAt() : last) + "_" + conversation.id();
    }

    private static Conversations.@Nullable Cursor cursor(@Nullable String after) {
        if (after == null) {
            return null;
        }
        var parts = List.of(after.split("_", -1));
        var id = parts.size() == 2 ? uuid(parts.get(1)) : null;
        if (id == null) {
            throw noCursor();
        }
        try {
            return new Conversations.Cursor(Instant.parse(parts.get(0)), id);
        } catch (DateTimeParseException noTime) {
            throw noCursor();
        }
    }

    private static RequestFailed noCursor() {
        return RequestFailed.invalid("after", "must be the cursor of a Link header.");
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }
}
