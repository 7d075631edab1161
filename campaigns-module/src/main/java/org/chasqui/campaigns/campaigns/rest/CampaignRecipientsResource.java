package org.chasqui.campaigns.campaigns.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.chasqui.campaigns.campaigns.CampaignLists;
import org.chasqui.campaigns.campaigns.RecipientCsv;
import org.chasqui.campaigns.campaigns.Reports;
import org.chasqui.campaigns.recipients.ColumnMap;
import org.chasqui.messaging.multipart.MultipartFile;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.PageRequest;
import org.chasqui.platform.rest.Pages;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/whatsapp/campaigns/{id}/recipients}. */
@Path("/whatsapp/campaigns/{id}/recipients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Campaigns", description = "A template to many people: each once, and every number adds up.")
public class CampaignRecipientsResource {
    private static final String ID = "Id of the campaign.";
    private static final String CSV = "text/csv";

    @Inject
    CampaignLists lists;

    @Inject
    Reports reports;

    @Inject
    Found found;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listCampaignRecipients",
            summary = "List the recipients of a campaign",
            description = "In the order of the list. Every number of the campaign has its rows here.")
    @APIResponse(
            responseCode = "200",
            description = "A page of recipients.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RecipientResponse.class)))
    public Response list(
            @Parameter(description = ID) @PathParam("id") String id,
            @BeanParam RecipientQuery query,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var rows =
                reports.recipients(found.campaign(id), query.filter(), cursor(page.after()), page.limit() + 1).stream()
                        .map(RecipientResponse::of)
                        .toList();
        return Pages.page(uri, rows, page.limit(), row -> Long.toString(row.position()));
    }

    @GET
    @Path("/export")
    @Produces(CSV)
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "exportCampaignRecipients",
            summary = "Export the recipients of a campaign as CSV",
            description =
                    "All that match, written as they are read. `state=skipped` gives the rows that could not be used,"
                            + " with line and reason. What a spreadsheet would take for a formula has an apostrophe in front.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response export(@Parameter(description = ID) @PathParam("id") String id, @BeanParam RecipientQuery query) {
        var campaign = found.campaign(id);
        var filter = query.filter();
        StreamingOutput file = target ->
                RecipientCsv.write((cursor, limit) -> reports.recipients(campaign, filter, cursor, limit), target);
        return Response.ok(file, CSV + ";charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"campaign-" + campaign.id() + ".csv\"")
                .build();
    }

    @POST
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "addCampaignRecipients",
            summary = "Put people on the list of a campaign",
            description =
                    "Also while it runs. Who is on it already, or cannot be written to, is kept as skipped, with the"
                            + " reason.")
    @APIResponse(
            responseCode = "200",
            description = "What became of them.",
            content = @Content(schema = @Schema(implementation = AddedResponse.class)))
    public AddedResponse add(
            @Parameter(description = ID) @PathParam("id") String id, @Nullable RecipientsRequest body) {
        var request = Found.present(body);
        var people = request.recipients();
        var audience = request.audienceId();
        var campaign = found.campaign(id);
        if (audience != null && (people == null || people.isEmpty())) {
            return AddedResponse.of(lists.add(campaign, found.audience(audience)));
        }
        if (people == null || people.isEmpty()) {
            throw RequestFailed.invalid("recipients", "is required, or audience_id.");
        }
        if (audience != null) {
            throw RequestFailed.invalid("audience_id", "cannot stand beside recipients: make two requests.");
        }
        return AddedResponse.of(lists.add(campaign, CampaignsResource.recipients(people)));
    }

    @POST
    @Path("/import")
    @Consumes({CSV, MediaType.MULTIPART_FORM_DATA})
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "importCampaignRecipients",
            summary = "Put a CSV file on the list of a campaign",
            description =
                    "The body is the file, with `Content-Type: text/csv`, or a form with the file in the part `file`."
                            + " UTF-8 or UTF-16, separated by comma, semicolon, tab or bar; up to 1,000,000 rows. One column is the"
                            + " address (to, phone, user_id …), `name` the name, every other a variable. The file is read as it"
                            + " comes; GET …/recipients/imports tells how far it is. A row that cannot be used is kept as skipped,"
                            + " with its line and the reason.")
    @RequestBody(
            required = true,
            description = "The file.",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING, example = "to,1\n+5511955501234,Ana")))
    @APIResponse(
            responseCode = "200",
            description = "What became of it.",
            content = @Content(schema = @Schema(implementation = AddedResponse.class)))
    public AddedResponse importFile(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(
                            description = "What columns mean that do not say it themselves: title=meaning, separated by"
                                    + " commas; a meaning is to, name, a variable, or nothing.",
                            example = "Mobile=to,First name=1")
                    @QueryParam("columns")
                    @Nullable
                    String columns,
            InputStream body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType)
            throws IOException {
        var campaign = found.campaign(id);
        var wanted = ColumnMap.parse(columns);
        boolean isForm =
                contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA);
        return AddedResponse.of(
                isForm
                        ? MultipartFile.read(contentType, body, (file, name, type) -> lists.add(campaign, file, wanted))
                        : lists.add(campaign, body, wanted));
    }

    @GET
    @Path("/imports")
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listCampaignImports",
            summary = "List the files that were read into a campaign",
            description = "The newest first, also one that is being read.")
    @APIResponse(
            responseCode = "200",
            description = "The last hundred.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AddedResponse.class)))
    public List<AddedResponse> imports(@Parameter(description = ID) @PathParam("id") String id) {
        return lists.imports(found.campaign(id)).stream().map(AddedResponse::of).toList();
    }

    private static long cursor(@Nullable String after) {
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException noCursor) {
            throw RequestFailed.invalid("after", "must be the cursor of a Link header.");
        }
    }
}
