package org.chasqui.analytics.costs.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.chasqui.analytics.costs.RateCards;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/whatsapp/analytics/rate_cards}. */
@Path("/whatsapp/analytics/rate_cards")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Analytics")
public class RateCardsResource {
    @Inject
    RateCards cards;

    @Inject
    Caller caller;

    /** All cards. */
    @GET
    @RequiresScope("whatsapp:read")
    @Operation(
            operationId = "listRateCards",
            summary = "List the rate cards",
            description =
                    "Those of Meta and your own, the newest first. The newest card in force that has a price decides;"
                            + " on the same day yours goes before Meta's.")
    @APIResponse(
            responseCode = "200",
            description = "The cards.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RateCardBody.class)))
    public List<RateCardBody> list() {
        return cards.list(caller.workspaceId()).stream().map(RateCardBody::of).toList();
    }

    /** Imports cards of one's own. */
    @POST
    @Consumes("text/csv")
    @RequiresScope("whatsapp:write")
    @Operation(
            operationId = "importRateCards",
            summary = "Import rate cards of your own",
            description =
                    "A CSV file in UTF-8 with the columns effective_on, currency, market (Meta's name or a country),"
                            + " category, from_message (may be left out) and price. A file with a wrong line is refused whole. A card"
                            + " for the same currency and day is replaced. Past costs are told by it as well.")
    @RequestBody(
            required = true,
            description = "The file.",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            example = "effective_on,currency,market,category,from_message,price\n"
                                                    + "2026-10-01,USD,Brazil,utility,1,0.0068")))
    @APIResponse(
            responseCode = "200",
            description = "The cards that were imported.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RateCardBody.class)))
    public List<RateCardBody> importFile(
            InputStream body,
            @Parameter(description = "What the cards are called, for example the name of a partner.")
                    @QueryParam("name")
                    @DefaultValue("Own")
                    String name) {
        demandAllNumbers();
        return cards.importCsv(caller.workspaceId(), name, body).stream()
                .map(RateCardBody::of)
                .toList();
    }

    /** Removes a card of one's own. */
    @DELETE
    @Path("/{id}")
    @RequiresScope("whatsapp:write")
    @Operation(operationId = "deleteRateCard", summary = "Delete a rate card of your own")
    @APIResponse(responseCode = "204", description = "It is gone; others tell the prices now.")
    public void delete(@Parameter(description = "Our id of the card.") @PathParam("id") String id) {
        demandAllNumbers();
        cards.remove(caller.workspaceId(), id(id));
    }

    private void demandAllNumbers() {
        if (caller.onlyNumber().isPresent()) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "This key is bound to one number, and rate cards hold for all: use a key for all numbers.");
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw RequestFailed.notFound("rate card of your own", text);
        }
    }
}
