package org.chasqui.messaging.webhooks.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.events.EventPattern;
import org.chasqui.messaging.webhooks.Deliveries;
import org.chasqui.messaging.webhooks.Inspector;
import org.chasqui.messaging.webhooks.ReplayWish;
import org.chasqui.messaging.webhooks.Replays;
import org.chasqui.messaging.webhooks.Webhooks;
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

/** What is delivered to webhooks: {@code /api/v1/whatsapp/webhooks/…}; {@link WebhooksResource} makes and changes them. */
@Path("/whatsapp/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Webhooks")
public class DeliveriesResource {
    private static final String ID = "Our id of the webhook.";

    @Inject
    VisibleWebhooks visible;

    @Inject
    Webhooks webhooks;

    @Inject
    Deliveries deliveries;

    @Inject
    Replays replays;

    @Inject
    Inspector inspector;

    @Inject
    Caller caller;

    @POST
    @Path("/{id}/test")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "testWebhook",
            summary = "Send a test event",
            description = "An event webhook.test goes to this webhook, whatever events it wants. Its deliveries show"
                    + " what came of it.")
    @APIResponse(responseCode = "200", description = "The delivery that was begun.")
    public DeliveryResponse test(@Parameter(description = ID) @PathParam("id") String id) {
        var webhook = visible.demand(id);
        var delivery = webhooks.test(caller.workspaceId(), webhook.id());
        return deliveries
                .find(caller.workspaceId(), webhook.id(), delivery)
                .map(DeliveryResponse::of)
                .orElseThrow(() -> RequestFailed.notFound("delivery", delivery.toString()));
    }

    @GET
    @Path("/{id}/deliveries")
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listDeliveries",
            summary = "List the deliveries of a webhook",
            description = "The newest first, each with its calls: what was sent, what was answered, how long it took.")
    @APIResponse(
            responseCode = "200",
            description = "The deliveries.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DeliveryResponse.class)))
    public Response deliveries(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = "Only those with this status: pending, delivered or dead.")
                    @QueryParam("status")
                    @Nullable
                    String status,
            @Parameter(description = "Only those of this event.") @QueryParam("event_id") @Nullable String eventId,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var query =
                new Deliveries.Query(status, uuid("event_id", eventId), uuid("after", page.after()), page.limit() + 1);
        var found = deliveries.list(caller.workspaceId(), visible.demand(id).id(), query).stream()
                .map(DeliveryResponse::of)
                .toList();
        return Pages.page(uri, found, page.limit(), delivery -> delivery.id().toString());
    }

    @POST
    @Path("/{id}/replay")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "replayDeliveries",
            summary = "Deliver again",
            description = "One delivery, those with a status, or everything of a time. The webhook-id stays the same;"
                    + " the header X-Delivery-Replay says that it is a replay.")
    @APIResponse(responseCode = "200", description = "How many deliveries were begun.")
    public ReplayResponse replay(
            @Parameter(description = ID) @PathParam("id") String id, @Nullable ReplayRequest body) {
        if (body == null) {
            throw new RequestFailed(FailureCode.MALFORMED_BODY, "The body is missing.");
        }
        var types = body.types() == null ? List.<String>of() : EventPattern.check("types", body.types());
        return new ReplayResponse(replays.begin(
                caller.workspaceId(),
                visible.demand(id).id(),
                new ReplayWish(body.deliveryId(), body.status(), types, body.since(), body.until())));
    }

    @GET
    @Path("/inspector")
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listInspectedRequests",
            summary = "See what the inspector got",
            description = "The last 200 requests to the built-in receiver, the newest first. A webhook with the url"
                    + " `inspector` delivers to it.")
    @APIResponse(
            responseCode = "200",
            description = "The requests.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = InspectorRequest.class)))
    public Response inspector(@BeanParam PageRequest page, @Context UriInfo uri) {
        if (caller.onlyNumber().isPresent()) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED, "The inspector shows events of all numbers; this key has one.");
        }
        var kept = inspector.list(caller.workspaceId(), uuid("after", page.after()), page.limit() + 1).stream()
                .map(one -> new InspectorRequest(one.id(), one.receivedAt(), one.headers(), one.body()))
                .toList();
        return Pages.page(uri, kept, page.limit(), request -> request.id().toString());
    }

    private static @Nullable UUID uuid(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            throw RequestFailed.invalid(field, "must be an id as the API prints it.");
        }
    }
}
