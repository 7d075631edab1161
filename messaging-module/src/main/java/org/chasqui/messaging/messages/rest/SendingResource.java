package org.chasqui.messaging.messages.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.Outcome;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/whatsapp/messages} and its short forms. */
@Path("/whatsapp/messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Messages", description = "Send messages and follow every step of them.")
public class SendingResource {
    private static final Duration SOON = Duration.ofSeconds(2);

    @Inject
    Messages messages;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Caller caller;

    /** Sends a message of any type. */
    @POST
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "sendMessage",
            summary = "Send a message of any type",
            description = "All types but `template` are allowed while the customer service window is open, that is for"
                    + " 24 hours after the person last wrote. Meta's limits are checked at once; the error names the"
                    + " field, its limit and what was given. The answer comes when the message is stored: it cannot be"
                    + " lost any more. With `Prefer: wait=N` the answer waits up to N seconds for Meta's.")
    @APIResponse(responseCode = "200", description = "Accepted.")
    public MessageResponse send(
            @Nullable SendMessageRequest body,
            @Parameter(hidden = true) @HeaderParam("Prefer") @Nullable String prefer) {
        return send(present(body).wish(), prefer);
    }

    /** Sends a template message. */
    @POST
    @Path("/template")
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "sendTemplate",
            summary = "Send an approved template",
            description = "The only kind of message that WhatsApp delivers outside the customer service window. The"
                    + " number of parameters is checked before Meta is called.")
    @APIResponse(responseCode = "200", description = "Accepted.")
    public MessageResponse sendTemplate(
            @Nullable SendTemplateRequest body,
            @Parameter(hidden = true) @HeaderParam("Prefer") @Nullable String prefer) {
        return send(present(body).wish(), prefer);
    }

    /** Sends a picture, a document, a sound or a film. */
    @POST
    @Path("/media")
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "sendMedia",
            summary = "Send an image, a document, a sound, a video or a sticker",
            description =
                    "`media_id` is the id of an upload, or an http(s) address, which Meta fetches itself. Needs the"
                            + " open customer service window.")
    @APIResponse(responseCode = "200", description = "Accepted.")
    public MessageResponse sendMedia(
            @Nullable SendMediaRequest body, @Parameter(hidden = true) @HeaderParam("Prefer") @Nullable String prefer) {
        return send(present(body).wish(), prefer);
    }

    /** Sends an interactive message. */
    @POST
    @Path("/interactive")
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "sendInteractive",
            summary = "Send buttons, a list or another interactive message",
            description =
                    "`interactive` is what the Cloud API takes: button, list, cta_url, flow, product, product_list,"
                            + " catalog_message, location_request_message, address_message, voice_call,"
                            + " call_permission_request, request_contact_info or carousel. Needs the open customer service"
                            + " window.")
    @APIResponse(responseCode = "200", description = "Accepted.")
    public MessageResponse sendInteractive(
            @Nullable SendInteractiveRequest body,
            @Parameter(hidden = true) @HeaderParam("Prefer") @Nullable String prefer) {
        return send(present(body).wish(), prefer);
    }

    /** Sends many messages. */
    @POST
    @Path("/batch")
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "sendBatch",
            summary = "Send up to 1,000 messages",
            description =
                    "Each message is accepted or refused by itself, and the answer has a result for each, in their"
                            + " order. Messages to the same person go out in the order of the batch.")
    @APIResponse(responseCode = "200", description = "What became of each message.")
    public BatchResponse sendBatch(@Nullable BatchRequest body) {
        var items = present(body).messages();
        if (items == null || items.isEmpty() || items.size() > Batch.MOST) {
            throw RequestFailed.invalid(
                    "messages",
                    "has " + (items == null ? 0 : items.size()) + " messages; a batch takes 1 to " + Batch.MOST + ".");
        }
        var outcomes = new Batch(items, caller.reservedId()).run(this::command, messages::sendAll);
        if (caller.reservedId().isPresent() && outcomes.stream().anyMatch(SendingResource::isUnknown)) {
            // The answer would be stored and replayed; without it the same request completes what is missing.
            throw RequestFailed.retryLater(
                    FailureCode.SERVICE_UNAVAILABLE,
                    "Not all messages could be stored: send the same request with the same Idempotency-Key again. Those"
                            + " that are stored are not sent twice.",
                    SOON);
        }
        return BatchResponse.of(outcomes);
    }

    private static boolean isUnknown(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                && refused.problem().code() == FailureCode.SERVICE_UNAVAILABLE;
    }

    private MessageResponse send(Wish wish, @Nullable String prefer) {
        var command = command(wish, caller.reservedId().orElse(null));
        var patience = Preference.wait(prefer);
        try {
            return MessageResponse.of(
                    patience.isPresent() ? messages.sendAndWait(command, patience.get()) : messages.send(command));
        } catch (RequestFailed failed) {
            throw wish.inWordsOfTheClient(failed);
        }
    }

    private SendMessage command(Wish wish, @Nullable UUID reservedId) {
        var command = wish.command(caller.workspaceId(), reservedId);
        checkNumber(command.phoneNumberId());
        return command;
    }

    /** A key that is bound to one number sends from no other. */
    private void checkNumber(String phoneNumberId) {
        numbers.find(caller.workspaceId(), phoneNumberId)
                .filter(number -> !caller.mayUse(number.id()))
                .ifPresent(number -> {
                    throw new RequestFailed(
                            FailureCode.PERMISSION_DENIED,
                            "This API key may only send from the number it is bound to.");
                });
    }

    private static <T> T present(@Nullable T body) {
        if (body == null) {
            throw new RequestFailed(FailureCode.MALFORMED_BODY, "The request needs a JSON body.");
        }
        return body;
    }
}
