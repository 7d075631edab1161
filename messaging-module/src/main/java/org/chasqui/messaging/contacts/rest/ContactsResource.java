package org.chasqui.messaging.contacts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import org.chasqui.messaging.contacts.ContactImport;
import org.chasqui.messaging.contacts.ContactInput;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.multipart.MultipartFile;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.phone.PhoneNumber;
import org.chasqui.platform.rest.Caller;
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

/** {@code /api/v1/whatsapp/contacts}. */
@Path("/whatsapp/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Contacts", description = "The people you write with, and what they said about being written to.")
public class ContactsResource {
    private static final String API = "api";

    @Inject
    Contacts contacts;

    @Inject
    ContactImport imports;

    @Inject
    Caller caller;

    /** Lists people. */
    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listContacts",
            summary = "List contacts",
            description = "Newest first. Follow the `Link: rel=\"next\"` header for more.")
    @APIResponse(
            responseCode = "200",
            description = "A page of contacts.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ContactResponse.class)))
    public Response list(@BeanParam ContactQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        var found = contacts.list(workspace(), query.filter(), page.limit() + 1, before(page.after()));
        return Pages.page(
                uri,
                found.stream().map(ContactResponse::of).toList(),
                page.limit(),
                contact -> contact.id().toString());
    }

    /** Keeps a new person. */
    @POST
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "createContact",
            summary = "Create a contact",
            description = "409 when somebody with the number or user id is there. The two ways in which Brazil,"
                    + " Argentina and Mexico write a mobile number are one number.")
    @APIResponse(responseCode = "200", description = "The contact.")
    public ContactResponse create(@Nullable ContactRequest body) {
        return ContactResponse.of(contacts.create(
                workspace(), ContactInput.checkedNew(present(body).data())));
    }

    /** Imports people from a file. */
    @POST
    @Path("/import")
    @Consumes({"text/csv", MediaType.MULTIPART_FORM_DATA})
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "importContacts",
            summary = "Import contacts from a CSV file",
            description =
                    "The body is the file, with `Content-Type: text/csv`, or a form with the file in the part `file`."
                            + " UTF-8, separated by comma, semicolon, tab or bar. The first line names the columns: phone,"
                            + " user_id, username, name, language, tags (separated by |); every other column becomes an"
                            + " attribute. Who is there already is completed. A row that cannot be used is told with its line,"
                            + " and the others are imported. Up to 100,000 rows and 64 MiB.")
    @RequestBody(
            required = true,
            description = "The file.",
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, example = "phone,name\n+5511955501234,Ana")),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = ImportForm.class))
            })
    @APIResponse(responseCode = "200", description = "What became of each row.")
    public ImportResponse importFile(
            InputStream body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType)
            throws IOException {
        boolean isForm =
                contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA);
        return ImportResponse.of(
                isForm
                        ? MultipartFile.read(contentType, body, (file, name, type) -> imports.run(workspace(), file))
                        : imports.run(workspace(), body));
    }

    /** One person. */
    @GET
    @Path("/{id}")
    @RequiresScope(Scope.READ)
    @Operation(operationId = "getContact", summary = "Get a contact, by our id, phone number or user id")
    @APIResponse(responseCode = "200", description = "The contact.")
    public ContactResponse get(
            @Parameter(description = "Our id, a phone number or a user id.") @PathParam("id") String id) {
        return ContactResponse.of(find(id));
    }

    /** Changes what you say about a person. */
    @PATCH
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "changeContact",
            summary = "Change a contact",
            description = "What is left out stays. Attributes are added, null takes one away; tags are replaced.")
    @APIResponse(responseCode = "200", description = "The contact.")
    public ContactResponse change(
            @Parameter(description = "Our id, a phone number or a user id.") @PathParam("id") String id,
            @Nullable ContactRequest body) {
        var data = ContactInput.checked(present(body).data());
        return ContactResponse.of(contacts.change(workspace(), find(id).id(), data));
    }

    /** Deletes a person. */
    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "deleteContact",
            summary = "Delete a contact",
            description = "Messages and conversations stay. That somebody has opted out is not forgotten: it counts"
                    + " again when the person is imported anew.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public void delete(@Parameter(description = "Our id, a phone number or a user id.") @PathParam("id") String id) {
        contacts.delete(workspace(), find(id).id());
    }

    /** Notes that a person does not want messages. */
    @POST
    @Path("/{id}/opt_out")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "optOutContact",
            summary = "Note that a person has opted out",
            description = "From now on messages of the category are refused with `recipient_opted_out`, and marketing"
                    + " that waits is not sent. Without a body it is about marketing.")
    @APIResponse(responseCode = "200", description = "The contact.")
    public ContactResponse optOut(
            @Parameter(description = "Our id, a phone number or a user id.") @PathParam("id") String id,
            @Nullable OptOutRequest body) {
        var request = body == null ? new OptOutRequest(null, null) : body;
        return ContactResponse.of(
                contacts.optOut(workspace(), find(id).id(), request.checkedCategory(), API, request.checkedDetail()));
    }

    /** Notes that a person wants messages again. */
    @DELETE
    @Path("/{id}/opt_out")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "optInContact",
            summary = "Note that a person has opted in again",
            description = "Ends every opt-out of the person, or that of one category.")
    @APIResponse(responseCode = "200", description = "The contact.")
    public ContactResponse optIn(
            @Parameter(description = "Our id, a phone number or a user id.") @PathParam("id") String id,
            @Parameter(description = "Only this category.") @QueryParam("category") @Nullable String category) {
        if (category != null && !OptOutRequest.isKnown(category)) {
            throw OptOutRequest.unknown();
        }
        return ContactResponse.of(contacts.optIn(workspace(), find(id).id(), category, API, null));
    }

    /** People belong to the whole workspace: a key that is bound to one number does not see them. */
    private UUID workspace() {
        if (caller.onlyNumber().isPresent()) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "Contacts belong to the whole workspace; this API key is bound to one number.");
        }
        return caller.workspaceId();
    }

    private ContactView find(String id) {
        var key = id.indexOf('-') > 0
                ? id
                : PhoneNumber.parse(id).map(PhoneNumber::digits).orElse(id);
        return contacts.find(workspace(), key).orElseThrow(() -> RequestFailed.notFound("contact", id));
    }

    private static ContactRequest present(@Nullable ContactRequest body) {
        if (body == null) {
            throw new RequestFailed(FailureCode.MALFORMED_BODY, "The request needs a JSON body.");
        }
        return body;
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
