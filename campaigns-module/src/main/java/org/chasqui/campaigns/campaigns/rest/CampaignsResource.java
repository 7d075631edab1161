package org.chasqui.campaigns.campaigns.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.List;
import java.util.UUID;
import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.campaigns.CampaignLists;
import org.chasqui.campaigns.campaigns.Campaigns;
import org.chasqui.campaigns.campaigns.Plans;
import org.chasqui.campaigns.campaigns.Reports;
import org.chasqui.campaigns.recipients.NewRecipient;
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

/** {@code /api/v1/whatsapp/campaigns}. */
@Path("/whatsapp/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Campaigns", description = "A template to many people: each once, and every number adds up.")
public class CampaignsResource {
    private static final String ID = "Id of the campaign.";

    @Inject
    Campaigns campaigns;

    @Inject
    CampaignLists lists;

    @Inject
    Plans plans;

    @Inject
    Reports reports;

    @Inject
    Found found;

    @Inject
    Caller caller;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(operationId = "listCampaigns", summary = "List campaigns", description = "Newest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of campaigns.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = CampaignResponse.class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        var all = campaigns
                .list(
                        caller.workspaceId(),
                        caller.onlyNumber().orElse(null),
                        null,
                        page.limit() + 1,
                        before(page.after()))
                .stream()
                .map(this::response)
                .toList();
        return Pages.page(uri, all, page.limit(), one -> one.id().toString());
    }

    @POST
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "createCampaign",
            summary = "Create a campaign",
            description =
                    "A draft, or one that begins by itself at `scheduled_at`. Nothing is sent before that or before"
                            + " the launch.")
    @APIResponse(
            responseCode = "200",
            description = "The campaign.",
            content = @Content(schema = @Schema(implementation = CampaignResponse.class)))
    public CampaignResponse create(@Nullable CampaignRequest body) {
        var request = Found.present(body);
        var people = request.recipients() == null ? List.<RecipientRequest>of() : request.recipients();
        if (people.size() > CampaignLists.MOST_AT_ONCE) {
            throw RequestFailed.invalid("recipients", "must be at most " + CampaignLists.MOST_AT_ONCE + " at once.");
        }
        var audience = request.audience() == null ? null : found.audience(request.audience());
        found.demandNumber(request.phoneNumberId());
        var campaign = campaigns.create(request.wish(
                caller.workspaceId(), found.actor(), caller.reservedId().orElse(null)));
        if (campaign.tally().total() == 0 && !people.isEmpty()) {
            lists.add(campaign, recipients(people));
        }
        if (audience != null) {
            lists.add(campaign, audience);
        }
        return response(found.campaign(campaign.id().toString()));
    }

    static List<NewRecipient> recipients(List<RecipientRequest> people) {
        return people.stream().map(RecipientRequest::recipient).toList();
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.READ)
    @Operation(operationId = "getCampaign", summary = "Look at a campaign")
    @APIResponse(
            responseCode = "200",
            description = "The campaign.",
            content = @Content(schema = @Schema(implementation = CampaignResponse.class)))
    public CampaignResponse get(@Parameter(description = ID) @PathParam("id") String id) {
        return response(found.campaign(id));
    }

    @POST
    @Path("/{id}/plan")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "planCampaign",
            summary = "See what a launch would do",
            description = "Who would be written to and who not, the first messages, costs, and how long it takes.")
    @APIResponse(
            responseCode = "200",
            description = "The plan.",
            content = @Content(schema = @Schema(implementation = PlanResponse.class)))
    public PlanResponse plan(@Parameter(description = ID) @PathParam("id") String id) {
        return PlanResponse.of(plans.of(found.campaign(id)));
    }

    @POST
    @Path("/{id}/launch")
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "launchCampaign",
            summary = "Launch a campaign",
            description = "409 without recipients, without an approved template, and the second time.")
    @APIResponse(
            responseCode = "200",
            description = "The campaign.",
            content = @Content(schema = @Schema(implementation = CampaignResponse.class)))
    public CampaignResponse launch(@Parameter(description = ID) @PathParam("id") String id) {
        return response(campaigns.launch(found.campaign(id), found.actor()));
    }

    @POST
    @Path("/{id}/schedule")
    @RequiresScope(Scope.SEND)
    @Operation(operationId = "scheduleCampaign", summary = "Have a campaign begin by itself")
    @APIResponse(
            responseCode = "200",
            description = "The campaign.",
            content = @Content(schema = @Schema(implementation = CampaignResponse.class)))
    public CampaignResponse schedule(
            @Parameter(description = ID) @PathParam("id") String id, @Nullable ScheduleRequest body) {
        var request = Found.present(body);
        var at = request.scheduledAt();
        if (at == null) {
            throw RequestFailed.invalid("scheduled_at", "is required.");
        }
        return response(campaigns.schedule(found.campaign(id), at, request.timeZone(), found.actor()));
    }

    @POST
    @Path("/{id}/pause")
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "pauseCampaign",
            summary = "Pause a campaign",
            description = "At once; only messages that are being posted just now still go.")
    @APIResponse(
            responseCode = "200",
            description = "The campaign.",
            content = @Content(schema = @Schema(implementation = CampaignResponse.class)))
    public CampaignResponse pause(@Parameter(description = ID) @PathParam("id") String id) {
        return response(campaigns.pause(found.campaign(id), found.actor()));
    }

    @POST
    @Path("/{id}/resume")
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "resumeCampaign",
            summary = "Go on with a paused campaign",
            description = "Nobody is written to twice: each recipient has a state of his own.")
    @APIResponse(
            responseCode = "200",
            description = "The campaign.",
            content = @Content(schema = @Schema(implementation = CampaignResponse.class)))
    public CampaignResponse resume(@Parameter(description = ID) @PathParam("id") String id) {
        return response(campaigns.resume(found.campaign(id), found.actor()));
    }

    @POST
    @Path("/{id}/cancel")
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "cancelCampaign",
            summary = "Cancel a campaign",
            description = "Whoever has not been written to yet will not be.")
    @APIResponse(
            responseCode = "200",
            description = "The campaign.",
            content = @Content(schema = @Schema(implementation = CampaignResponse.class)))
    public CampaignResponse cancel(@Parameter(description = ID) @PathParam("id") String id) {
        return response(campaigns.cancel(found.campaign(id), found.actor()));
    }

    @POST
    @Path("/{id}/retry")
    @RequiresScope(Scope.SEND)
    @Operation(
            operationId = "retryCampaign",
            summary = "Try again what may get through now",
            description =
                    "Messages that Meta refused for a passing reason, and those that expired unsent. What Meta refused"
                            + " for good, and what it may have, is left alone.")
    @APIResponse(
            responseCode = "200",
            description = "How many.",
            content = @Content(schema = @Schema(implementation = RetryResponse.class)))
    public RetryResponse retry(@Parameter(description = ID) @PathParam("id") String id) {
        return new RetryResponse(campaigns.retry(found.campaign(id), found.actor()));
    }

    @GET
    @Path("/{id}/report")
    @RequiresScope(Scope.READ)
    @Operation(operationId = "reportCampaign", summary = "See what has become of a campaign")
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content = @Content(schema = @Schema(implementation = ReportResponse.class)))
    public ReportResponse report(@Parameter(description = ID) @PathParam("id") String id) {
        var campaign = found.campaign(id);
        return ReportResponse.of(reports.of(campaign), campaigns.sending(campaign));
    }

    private CampaignResponse response(Campaign campaign) {
        return CampaignResponse.of(campaign, campaigns.sending(campaign));
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
