package org.chasqui.analytics.costs.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.chasqui.analytics.costs.Costs;
import org.chasqui.analytics.rollups.rest.CountQuery;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/whatsapp/analytics/costs}. */
@Path("/whatsapp/analytics/costs")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Analytics")
public class CostsResource {
    @Inject
    Costs costs;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** What messages cost. */
    @GET
    @RequiresScope("whatsapp:read")
    @Operation(
            operationId = "getCosts",
            summary = "Costs by category and market, estimated and actual",
            description =
                    "Meta bills each message since 2025-07-01, and since 2026-10-01 also those that are no template,"
                            + " after the first 1,000 of a number in a calendar month. Its webhooks tell which messages are charged and"
                            + " as what, never how much: amounts come from the rate cards, the estimate and the actual costs alike.")
    @APIResponse(
            responseCode = "200",
            description = "The costs.",
            content = @Content(schema = @Schema(implementation = CostsBody.class)))
    public CostsBody get(@BeanParam CountQuery query) {
        var now = clock.instant();
        var span = query.span(now);
        return CostsBody.of(costs.report(query.filter(caller, numbers, now), span.since(), span.until(), query.zone()));
    }
}
