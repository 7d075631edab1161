package org.chasqui.platform.accounts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.chasqui.platform.accounts.onboarding.OnboardingLinks;
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

/** Links for end customers who connect a number of their own. */
@Path("/whatsapp/onboarding/links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Onboarding", description = "How accounts and numbers come in.")
public class OnboardingLinksResource {
    @Inject
    OnboardingLinks links;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @POST
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "createOnboardingLink",
            summary = "Make a link for an end customer",
            description = "Its page runs Meta's Embedded Signup without a sign-in here; the number comes into this"
                    + " workspace. A link is good for one number.")
    @APIResponse(responseCode = "200", description = "The link with its QR code.")
    public LinkBody create(@NotNull(message = "is missing.") @Valid LinkWish body) {
        UnboundKey.demand(caller);
        var life = body.expiresIn() == null ? null : Duration.ofSeconds(body.expiresIn());
        var coexistence = Boolean.TRUE.equals(body.coexistence());
        return LinkBody.withQr(
                links.create(caller.workspaceId(), body.name(), coexistence, life, caller.keyName()), clock.instant());
    }

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listOnboardingLinks",
            summary = "List links for end customers",
            description = "The newest first, those that are good no more included.")
    @APIResponse(
            responseCode = "200",
            description = "The links of the workspace.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = LinkBody.class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        UnboundKey.demand(caller);
        var now = clock.instant();
        var all = links.list(caller.workspaceId()).stream()
                .map(link -> LinkBody.of(link, now))
                .toList();
        return Pages.page(uri, all, page, link -> link.id().toString());
    }

    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "revokeOnboardingLink",
            summary = "Take a link back",
            description = "Its page says so from then on. Taking it back again changes nothing.")
    @APIResponse(responseCode = "204", description = "Taken back.")
    public void revoke(@Parameter(description = "Our id of the link.") @PathParam("id") String id) {
        UnboundKey.demand(caller);
        try {
            links.revoke(caller.workspaceId(), UUID.fromString(id), caller.keyName());
        } catch (IllegalArgumentException noUuid) {
            throw RequestFailed.notFound("onboarding link", id);
        }
    }
}
