package org.chasqui.analytics.rollups.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.chasqui.analytics.rollups.CountCsv;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.analytics.rollups.Rollups;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/whatsapp/analytics}: how far messages came, when, how fast, and why not. */
@Path("/whatsapp/analytics")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Analytics", description = "Counts that rise with the messages; costs by the rate cards.")
public class AnalyticsResource {
    private static final String CSV = "text/csv";

    @Inject
    Rollups rollups;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The funnel. */
    @GET
    @Path("/funnel")
    @RequiresScope("whatsapp:read")
    @Operation(operationId = "getFunnel", summary = "Sent, delivered, read, replied")
    @APIResponse(
            responseCode = "200",
            description = "The funnel.",
            content = @Content(schema = @Schema(implementation = FunnelBody.class)))
    public FunnelBody funnel(@BeanParam CountQuery query) {
        var span = query.span(clock.instant());
        return FunnelBody.of(span, rollups.totals(filter(query), span.since(), span.until()));
    }

    /** Volume by day. */
    @GET
    @Path("/timeseries")
    @RequiresScope("whatsapp:read")
    @Operation(
            operationId = "getTimeseries",
            summary = "Messages by day",
            description = "Every day of the last `days`, the oldest first; `since` and `until` are not for this.")
    @APIResponse(
            responseCode = "200",
            description = "A day each, also where nothing was sent.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DayBody.class)))
    public List<DayBody> timeseries(@BeanParam CountQuery query) {
        return rollups.daily(filter(query), query.days(), query.zone()).stream()
                .map(DayBody::of)
                .toList();
    }

    /** All counts, for a spreadsheet. */
    @GET
    @Path("/export")
    @Produces(CSV)
    @RequiresScope("whatsapp:read")
    @Operation(
            operationId = "exportAnalytics",
            summary = "Export the counts as CSV",
            description =
                    "A row for each day, number, category and template that has messages, written as it is read. With"
                            + " `since` and `until` these are the days of `tz` that the time touches, at most 366. What a"
                            + " spreadsheet would take for a formula has an apostrophe in front.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response export(@BeanParam CountQuery query) {
        var filter = filter(query);
        var zone = query.zone();
        var days = query.daysOf(query.span(clock.instant()));
        StreamingOutput file = target -> CountCsv.write(
                days.first(), days.last(), day -> rollups.lines(filter, day, zone), this::phoneNumberId, target);
        return Response.ok(file, CSV + ";charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"analytics-" + days.first() + "-" + days.last() + ".csv\"")
                .build();
    }

    /** Also of a number that has gone. */
    private String phoneNumberId(UUID numberId) {
        return numbers.byId(numberId).map(SenderNumber::phoneNumberId).orElseGet(numberId::toString);
    }

    /** How long steps took. */
    @GET
    @Path("/latency")
    @RequiresScope("whatsapp:read")
    @Operation(
            operationId = "getLatency",
            summary = "How long the steps of messages took",
            description = "Filters: number and category.")
    @APIResponse(
            responseCode = "200",
            description = "An entry for each step and category that has messages.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = LatencyBody.class)))
    public List<LatencyBody> latency(@BeanParam CountQuery query) {
        var filter = filter(query);
        if (filter.template() != null || filter.campaignId() != null || filter.countries() != null) {
            throw RequestFailed.invalid(
                    filter.template() != null ? "template" : filter.campaignId() != null ? "campaign_id" : "market",
                    "is no filter of latencies: these are kept by number and category.");
        }
        var span = query.span(clock.instant());
        return rollups.latencies(filter, span.since(), span.until()).stream()
                .map(LatencyBody::of)
                .toList();
    }

    /** Why messages failed. */
    @GET
    @Path("/errors")
    @RequiresScope("whatsapp:read")
    @Operation(operationId = "getErrors", summary = "Failed messages by code", description = "The most frequent first.")
    @APIResponse(
            responseCode = "200",
            description = "An entry for each code.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ErrorBody.class)))
    public List<ErrorBody> errors(@BeanParam CountQuery query) {
        var span = query.span(clock.instant());
        return rollups.errors(filter(query), span.since(), span.until()).stream()
                .map(ErrorBody::of)
                .toList();
    }

    private CountFilter filter(CountQuery query) {
        return query.filter(caller, numbers, clock.instant());
    }
}
