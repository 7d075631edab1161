package org.chasqui.messaging.events.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.chasqui.messaging.events.EventPattern;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.events.Events;
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

/** {@code /api/v1/whatsapp/events}. */
@Path("/whatsapp/events")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Events", description = "Everything that happened, to pull instead of being told.")
public class EventsResource {
    @Inject
    Events events;

    @Inject
    Caller caller;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listEvents",
            summary = "Read events in their order",
            description = "The oldest first. Keep the id of the last event that you have worked on and pass it as"
                    + " `after`: you get what came later, each event once and none left out, however long you were"
                    + " away. An empty list means that there is nothing new.")
    @APIResponse(
            responseCode = "200",
            description = "The next events.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = EventView.class)))
    public Response list(
            @Parameter(
                            description = "Only events of these types, separated by commas; message.* means a family.",
                            example = "message.received,contact.*")
                    @QueryParam("types")
                    @Nullable
                    String types,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var found = events.after(
                caller.workspaceId(), caller.onlyNumber(), patterns(types), page.after(), page.limit() + 1);
        return Pages.page(uri, found, page.limit(), event -> event.id().toString());
    }

    private static List<String> patterns(@Nullable String types) {
        return types == null
                ? List.of()
                : EventPattern.check(
                        "types",
                        Arrays.stream(types.split(",")).map(String::strip).toList());
    }
}
