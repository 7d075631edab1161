package org.chasqui.messaging.messages.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
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

/** {@code /api/v1/whatsapp/messages}. */
@Path("/whatsapp/messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Messages", description = "Send messages and follow every step of them.")
public class MessagesResource {
    @Inject
    Messages messages;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Caller caller;

    /** Sends a text message. */
    @POST
    @RequiresScope("whatsapp:send")
    @Operation(
            operationId = "sendMessage",
            summary = "Send a text message",
            description = "Allowed while the customer service window is open, that is for 24 hours after the person"
                    + " last wrote. The answer comes when the message is stored: it cannot be lost any more. With"
                    + " `Prefer: wait=N` the answer waits up to N seconds for Meta's.")
    @APIResponse(
            responseCode = "200",
            description = "Accepted.",
            content = @Content(schema = @Schema(implementation = MessageResponse.class)))
    public MessageResponse send(
            @Nullable SendTextRequest body, @Parameter(hidden = true) @HeaderParam("Prefer") @Nullable String prefer) {
        var request = present(body);
        if (request.type() != null && !request.type().equals("text")) {
            throw RequestFailed.invalid("type", "must be text; templates go to /messages/template.");
        }
        return send(request.phoneNumberId(), request.to(), "text", text(request.text()), request.ttl(), prefer);
    }

    /** Sends a template message. */
    @POST
    @Path("/template")
    @RequiresScope("whatsapp:send")
    @Operation(
            operationId = "sendTemplate",
            summary = "Send an approved template",
            description = "The only kind of message that WhatsApp delivers outside the customer service window. The"
                    + " number of parameters is checked before Meta is called.")
    @APIResponse(
            responseCode = "200",
            description = "Accepted.",
            content = @Content(schema = @Schema(implementation = MessageResponse.class)))
    public MessageResponse sendTemplate(
            @Nullable SendTemplateRequest body,
            @Parameter(hidden = true) @HeaderParam("Prefer") @Nullable String prefer) {
        var request = present(body);
        return send(request.phoneNumberId(), request.to(), "template", template(request), request.ttl(), prefer);
    }

    /** Lists messages, newest first. */
    @GET
    @RequiresScope("whatsapp:read")
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
    @RequiresScope("whatsapp:read")
    @Operation(operationId = "getMessage", summary = "Get a message, by our id or by wamid")
    @APIResponse(
            responseCode = "200",
            description = "The message.",
            content = @Content(schema = @Schema(implementation = MessageResponse.class)))
    public MessageResponse get(@PathParam("id") String id) {
        var view = find(id);
        return MessageResponse.of(view, messages.attempts(caller.workspaceId(), view.id()));
    }

    /** Cancels a queued message. */
    @DELETE
    @Path("/{id}")
    @RequiresScope("whatsapp:send")
    @Operation(
            operationId = "cancelMessage",
            summary = "Cancel a message that is still queued",
            description = "409 when it has already been taken for sending.")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled.",
            content = @Content(schema = @Schema(implementation = MessageResponse.class)))
    public MessageResponse cancel(@PathParam("id") String id) {
        return MessageResponse.of(messages.cancel(caller.workspaceId(), find(id).id()));
    }

    private MessageView find(String id) {
        return messages.find(caller.workspaceId(), id)
                .filter(message -> caller.mayUse(message.numberId()))
                .orElseThrow(() -> RequestFailed.notFound("message", id));
    }

    private MessageResponse send(
            @Nullable String phoneNumberId,
            @Nullable String to,
            String type,
            ObjectNode content,
            @Nullable Long ttl,
            @Nullable String prefer) {
        var command = new SendMessage(
                caller.workspaceId(),
                usable(required("phone_number_id", phoneNumberId)),
                required("to", to),
                type,
                content,
                ttl == null ? null : Duration.ofSeconds(ttl),
                caller.reservedId().orElse(null));
        var patience = Preference.wait(prefer);
        return MessageResponse.of(
                patience.isPresent() ? messages.sendAndWait(command, patience.get()) : messages.send(command));
    }

    /** A key that is bound to one number sends from no other. */
    private String usable(String phoneNumberId) {
        numbers.find(caller.workspaceId(), phoneNumberId)
                .filter(number -> !caller.mayUse(number.id()))
                .ifPresent(number -> {
                    throw new RequestFailed(
                            FailureCode.PERMISSION_DENIED,
                            "This API key may only send from the number it is bound to.");
                });
        return phoneNumberId;
    }

    private static <T> T present(@Nullable T body) {
        if (body == null) {
            throw new RequestFailed(FailureCode.MALFORMED_BODY, "The request needs a JSON body.");
        }
        return body;
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw RequestFailed.invalid(field, "is required.");
        }
        return value;
    }

    private static ObjectNode text(@Nullable JsonNode text) {
        if (text != null && text.isTextual()) {
            return JsonNodeFactory.instance.objectNode().put("body", text.asText());
        }
        if (text == null || !text.isObject() || !text.path("body").isTextual()) {
            throw RequestFailed.invalid("text", "must be a string, or an object with the string body.");
        }
        for (var names = text.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!List.of("body", "preview_url").contains(name)) {
                throw RequestFailed.invalid("text." + name, "is not known; text has body and preview_url.");
            }
        }
        return (ObjectNode) text;
    }

    private static ObjectNode template(SendTemplateRequest request) {
        var template = JsonNodeFactory.instance.objectNode();
        template.put("name", required("template", request.template()));
        template.putObject("language").put("code", required("language", request.language()));
        var components = request.components();
        if (components != null && !components.isNull()) {
            if (!components.isArray()) {
                throw RequestFailed.invalid("components", "must be an array.");
            }
            template.set("components", components);
        }
        return template;
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
