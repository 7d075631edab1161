package org.chasqui.messaging.webhooks.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.webhooks.Formats;
import org.chasqui.messaging.webhooks.Handshake;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.WebhookWish;
import org.chasqui.messaging.webhooks.Webhooks;
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

/** {@code /api/v1/whatsapp/webhooks}. */
@Path("/whatsapp/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Webhooks", description = "Have events posted to you, kept until they arrive.")
public class WebhooksResource {
    private static final String ID = "Our id of the webhook.";

    @Inject
    Webhooks webhooks;

    @Inject
    VisibleWebhooks visible;

    @Inject
    Formats formats;

    @Inject
    Handshake handshake;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Caller caller;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(operationId = "listWebhooks", summary = "List webhooks", description = "The newest first.")
    @APIResponse(
            responseCode = "200",
            description = "The webhooks that the key may see.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = WebhookResponse.class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        var all = visible.list().stream()
                .map(view -> WebhookResponse.of(view, this::metaId))
                .toList();
        return Pages.page(uri, all, page, webhook -> webhook.id().toString());
    }

    @POST
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "createWebhook",
            summary = "Make a webhook",
            description = "The secret is in this answer and nowhere else. Deliveries are signed as Standard Webhooks"
                    + " says, and in the format meta as Meta does besides: docs/webhooks.md shows how to verify them.")
    @APIResponse(responseCode = "200", description = "The webhook with its secret.")
    public WebhookResponse create(@Nullable WebhookRequest body) {
        return WebhookResponse.of(webhooks.create(caller.workspaceId(), wish(body, null)), this::metaId);
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.READ)
    @Operation(operationId = "getWebhook", summary = "Look at a webhook", description = "With how its address does.")
    @APIResponse(responseCode = "200", description = "The webhook.")
    public WebhookResponse get(@Parameter(description = ID) @PathParam("id") String id) {
        return WebhookResponse.of(visible.demand(id), this::metaId);
    }

    @PUT
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "updateWebhook",
            summary = "Change a webhook",
            description = "What is left out stays as it is.")
    @APIResponse(responseCode = "200", description = "The webhook as it is now.")
    public WebhookResponse update(
            @Parameter(description = ID) @PathParam("id") String id, @Nullable WebhookRequest body) {
        var webhook = visible.demand(id);
        return WebhookResponse.of(
                webhooks.update(caller.workspaceId(), webhook.id(), wish(body, webhook)), this::metaId);
    }

    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "deleteWebhook",
            summary = "Remove a webhook",
            description = "With everything that waits for it and the log of its deliveries.")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void delete(@Parameter(description = ID) @PathParam("id") String id) {
        webhooks.delete(caller.workspaceId(), visible.demand(id).id(), caller.keyName());
    }

    @POST
    @Path("/{id}/rotate_secret")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook a new secret",
            description =
                    "For 24 hours each delivery has two signatures, with the old secret and with the new one. There"
                            + " are never three: when it is rotated again within that time, the oldest ends at once.")
    @APIResponse(responseCode = "200", description = "The webhook with its new secret.")
    public WebhookResponse rotateSecret(@Parameter(description = ID) @PathParam("id") String id) {
        return WebhookResponse.of(
                webhooks.rotateSecret(caller.workspaceId(), visible.demand(id).id(), caller.keyName()), this::metaId);
    }

    @POST
    @Path("/{id}/pause")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "pauseWebhook",
            summary = "Pause a webhook",
            description = "Events gather and are delivered when it is resumed.")
    @APIResponse(responseCode = "200", description = "The webhook as it is now.")
    public WebhookResponse pause(@Parameter(description = ID) @PathParam("id") String id) {
        return WebhookResponse.of(
                webhooks.pause(caller.workspaceId(), visible.demand(id).id(), caller.keyName()), this::metaId);
    }

    @POST
    @Path("/{id}/resume")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "resumeWebhook",
            summary = "Resume a webhook",
            description = "Whatever had stopped it: a pause, days of failures, an answer 410. What has gathered is"
                    + " delivered at once.")
    @APIResponse(responseCode = "200", description = "The webhook as it is now.")
    public WebhookResponse resume(@Parameter(description = ID) @PathParam("id") String id) {
        return WebhookResponse.of(
                webhooks.resume(caller.workspaceId(), visible.demand(id).id(), caller.keyName()), this::metaId);
    }

    private WebhookWish wish(@Nullable WebhookRequest body, @Nullable WebhookView present) {
        if (body == null) {
            throw new RequestFailed(FailureCode.MALFORMED_BODY, "The body is missing.");
        }
        var wish = new WebhookWish(
                body.url(),
                body.events(),
                wantedNumbers(body.phoneNumberIds(), present == null),
                body.headers(),
                body.ordered(),
                body.description(),
                formats.choose(body.format(), present == null ? null : present.format()),
                caller.keyName());
        verify(body, present);
        return wish;
    }

    /** After all that can be checked here: the address is called. */
    private void verify(WebhookRequest body, @Nullable WebhookView present) {
        var url = body.url() == null && present != null ? present.url() : body.url();
        if (body.verifyToken() != null && url != null) {
            handshake.demand(url, body.verifyToken());
        }
    }

    private @Nullable List<UUID> wantedNumbers(@Nullable List<String> given, boolean isNew) {
        var bound = caller.onlyNumber();
        if (given == null || (given.isEmpty() && bound.isEmpty())) {
            return bound.isPresent() && isNew ? List.of(bound.get()) : given == null ? null : List.of();
        }
        var wanted = new ArrayList<UUID>();
        for (int i = 0; i < given.size(); i++) {
            var field = "phone_number_ids[" + i + "]";
            wanted.add(numbers.find(caller.workspaceId(), String.valueOf(given.get(i)))
                    .map(SenderNumber::id)
                    .filter(caller::mayUse)
                    .orElseThrow(() -> RequestFailed.invalid(field, "is no connected number that the key may use.")));
        }
        if (bound.isPresent() && wanted.isEmpty()) {
            throw RequestFailed.invalid("phone_number_ids", "must name the number that the key is bound to.");
        }
        return wanted.stream().distinct().toList();
    }

    private String metaId(UUID numberId) {
        return numbers.byId(numberId).map(SenderNumber::phoneNumberId).orElseGet(numberId::toString);
    }
}
