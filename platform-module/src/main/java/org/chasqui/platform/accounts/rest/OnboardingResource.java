package org.chasqui.platform.accounts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.chasqui.platform.accounts.Onboarding;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Connects WhatsApp accounts. */
@Path("/whatsapp/onboarding")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class OnboardingResource {
    @Inject
    Onboarding onboarding;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Caller caller;

    @POST
    @Path("/manual")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "connectManually",
            summary = "Connect an account with a system user's token",
            description = "Meta is asked about the account, its numbers and the token before anything is stored, and"
                    + " the account's webhooks are subscribed. Connecting again replaces the token.")
    @APIResponse(
            responseCode = "200",
            description = "Connected.",
            content = @Content(schema = @Schema(implementation = ConnectedBody.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    public ConnectedBody manual(@NotNull(message = "is missing.") @Valid ConnectBody body) {
        if (caller.onlyNumber().isPresent()) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "This key is bound to one number and cannot connect others: use a key for all numbers.");
        }
        var connected = onboarding.connectManually(
                caller.workspaceId(), body.wabaId().strip(), body.phoneNumberId(), body.accessToken());
        return new ConnectedBody(
                AccountBody.of(connected.account()),
                connected.numbers().stream()
                        .flatMap(number -> numbers.details(caller.workspaceId(), number.phoneNumberId()).stream())
                        .map(PhoneNumberBody::of)
                        .toList());
    }
}
