package org.chasqui.platform.accounts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.chasqui.platform.accounts.NumberRefresh;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.accounts.profile.BusinessProfiles;
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

/** The connected numbers. */
@Path("/whatsapp/phone_numbers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class PhoneNumbersResource {
    private static final String REFRESH =
            "Present and not false: Meta is asked first. Otherwise the answer is at most ten minutes old.";

    @Inject
    PhoneNumbers numbers;

    @Inject
    NumberRefresh refresh;

    @Inject
    OwnNumbers own;

    @Inject
    NumberBodies bodies;

    @Inject
    BusinessProfiles profiles;

    @Inject
    Caller caller;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listPhoneNumbers",
            summary = "List connected numbers",
            description = "With name, quality, limit and throughput, the oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "The numbers of the workspace that the key may use.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = PhoneNumberBody.class)))
    public Response list(
            @BeanParam PageRequest page,
            @Parameter(description = REFRESH, schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("refresh")
                    @Nullable
                    String ask,
            @Context UriInfo uri) {
        refreshWhen(ask);
        var all = numbers.listDetails(caller.workspaceId()).stream()
                .filter(this::isAllowed)
                .map(number -> body(number, null))
                .toList();
        return Pages.page(uri, all, page, number -> number.id().toString());
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "getPhoneNumber",
            summary = "Get a number",
            description = "By our id or by Meta's id, with its business profile.")
    @APIResponse(responseCode = "200", description = "The number.")
    public PhoneNumberBody get(
            @Parameter(description = "Our id or Meta's id.") @PathParam("id") String id,
            @Parameter(description = REFRESH, schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("refresh")
                    @Nullable
                    String ask) {
        refreshWhen(ask);
        var number = own.details(id);
        return body(number, profile(number.sender()));
    }

    @PUT
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changePhoneNumber",
            summary = "Change the business profile of a number",
            description = "Changes what is given and leaves the rest, at Meta. Meta's limits are checked first.")
    @APIResponse(responseCode = "200", description = "The number with its profile as Meta has it now.")
    public PhoneNumberBody change(
            @Parameter(description = "Our id or Meta's id.") @PathParam("id") String id,
            @NotNull(message = "is missing.") @Valid ChangeNumberBody body) {
        var number = own.details(id);
        var changed = profiles.change(number.sender(), body.profile().change(), caller.keyName());
        return body(number, ProfileBody.of(changed));
    }

    @PUT
    @Path("/{id}/picture")
    @RequiresScope(Scope.WRITE)
    @Consumes({"image/jpeg", "image/png"})
    @Operation(
            operationId = "changePhoneNumberPicture",
            summary = "Change the picture of a number",
            description = "The file itself, JPEG or PNG, at most 2 MiB; Meta wants it square, best 640 by 640.")
    @APIResponse(responseCode = "200", description = "The number with its profile as Meta has it now.")
    public PhoneNumberBody changePicture(
            @Parameter(description = "Our id or Meta's id.") @PathParam("id") String id, byte[] picture) {
        var number = own.details(id);
        var changed = profiles.changePicture(number.sender(), picture, caller.keyName());
        return body(number, ProfileBody.of(changed));
    }

    /** A number can be shown without its profile, which only Meta has. */
    private @Nullable ProfileBody profile(SenderNumber number) {
        try {
            return ProfileBody.of(profiles.of(number));
        } catch (RequestFailed unreachable) {
            return null;
        }
    }

    private PhoneNumberBody body(NumberView number, @Nullable ProfileBody profile) {
        return bodies.of(number, numbers.obstacle(number.sender().id()).orElse(null), profile);
    }

    private boolean isAllowed(NumberView number) {
        return caller.mayUse(number.sender().id());
    }

    private void refreshWhen(@Nullable String ask) {
        if (ask != null && !"false".equalsIgnoreCase(ask)) {
            refresh.refresh(caller.workspaceId());
        }
    }
}
