package org.chasqui.platform.accounts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.Arrays;
import java.util.UUID;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.onboarding.ConnectManually;
import org.chasqui.platform.accounts.onboarding.ExchangeCode;
import org.chasqui.platform.accounts.onboarding.OnboardingView;
import org.chasqui.platform.accounts.onboarding.Onboardings;
import org.chasqui.platform.accounts.onboarding.RetryWish;
import org.chasqui.platform.accounts.onboarding.Step;
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

/** Connects WhatsApp accounts. */
@Path("/whatsapp/onboarding")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Onboarding", description = "How accounts and numbers come in.")
public class OnboardingResource {
    private static final String ID = "Our id of the onboarding.";

    @Inject
    Onboardings onboardings;

    @Inject
    Accounts accounts;

    @Inject
    PhoneNumbers numbers;

    @Inject
    NumberBodies bodies;

    @Inject
    Caller caller;

    @POST
    @Path("/exchange")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "exchangeCode",
            summary = "Complete Embedded Signup",
            description = "Exchanges the code of Meta's window for a token, inspects it, finds account and number,"
                    + " subscribes the webhooks, registers the number with its PIN, and answers when the number can"
                    + " send. The same code again means the same run. A refusal names the run, which is kept: mend what"
                    + " was wrong and retry it. After 503 it goes on by itself.")
    @APIResponse(responseCode = "200", description = "Connected.")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public ConnectedBody exchange(@NotNull(message = "is missing.") @Valid ExchangeBody body) {
        UnboundKey.demand(caller);
        return connected(onboardings.exchange(new ExchangeCode(
                caller.workspaceId(),
                caller.keyName(),
                body.code(),
                body.wabaId(),
                body.phoneNumberId(),
                body.pin(),
                Boolean.TRUE.equals(body.coexistence()))));
    }

    @POST
    @Path("/manual")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "connectManually",
            summary = "Connect an account with a system user's token",
            description = "The same steps as with Embedded Signup, without its window. All numbers of the account that"
                    + " are registered are connected, or the one that is named. Connecting again replaces the token.")
    @APIResponse(responseCode = "200", description = "Connected.")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public ConnectedBody manual(@NotNull(message = "is missing.") @Valid ConnectBody body) {
        UnboundKey.demand(caller);
        return connected(onboardings.connectManually(new ConnectManually(
                caller.workspaceId(),
                caller.keyName(),
                body.wabaId(),
                body.phoneNumberId(),
                body.accessToken(),
                body.pin())));
    }

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listOnboardings",
            summary = "List onboardings",
            description = "The newest first, with their steps.")
    @APIResponse(
            responseCode = "200",
            description = "The onboardings of the workspace.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = OnboardingBody.class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        UnboundKey.demand(caller);
        var after = page.after();
        var found = onboardings.list(caller.workspaceId(), page.limit() + 1, after == null ? null : cursor(after));
        return Pages.page(
                uri,
                found.stream().map(OnboardingBody::of).toList(),
                page.limit(),
                run -> run.id().toString());
    }

    @GET
    @Path("/{id}")
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "getOnboarding",
            summary = "Get an onboarding",
            description = "Each step with its state, times, attempts, and why it failed.")
    @APIResponse(responseCode = "200", description = "The onboarding.")
    public OnboardingBody get(@Parameter(description = ID) @PathParam("id") String id) {
        UnboundKey.demand(caller);
        return onboardings
                .find(caller.workspaceId(), id(id))
                .map(OnboardingBody::of)
                .orElseThrow(() -> RequestFailed.notFound("onboarding", id));
    }

    @POST
    @Path("/{id}/retry")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "retryOnboarding",
            summary = "Retry an onboarding",
            description = "Goes on with the step that failed, or with an earlier one, and answers when it is ready or"
                    + " has failed again. Each step looks at Meta first, so that nothing is done twice there. 409 when"
                    + " there must be another code of Meta's window.")
    @APIResponse(responseCode = "200", description = "The onboarding as it stands then.")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public OnboardingBody retry(@Parameter(description = ID) @PathParam("id") String id, @Nullable RetryBody body) {
        UnboundKey.demand(caller);
        var wish = body == null
                ? new RetryWish(null, null, null)
                : new RetryWish(step(body.step()), body.pin(), body.phoneNumberId());
        onboardings.prepareRetry(caller.workspaceId(), id(id), wish, caller.keyName());
        return OnboardingBody.of(onboardings.advance(caller.workspaceId(), id(id)));
    }

    private ConnectedBody connected(OnboardingView run) {
        var waba = run.facts().waba();
        var account = accounts.list(caller.workspaceId()).stream()
                .filter(one -> waba != null && one.wabaId().equals(waba.id()))
                .findFirst()
                .orElseThrow();
        return new ConnectedBody(
                AccountBody.of(account),
                run.facts().numbers().stream()
                        .flatMap(number -> numbers.details(caller.workspaceId(), number.id()).stream())
                        .map(bodies::of)
                        .toList(),
                run.id());
    }

    private static @Nullable Step step(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Step.values())
                .filter(step -> step != Step.WINDOW && step.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> RequestFailed.invalid(
                        "step", "must be exchange, inspect, find, subscribe, callback, register or ready."));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            throw RequestFailed.notFound("onboarding", text);
        }
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            throw RequestFailed.invalid("after", "is no cursor of this list: take it from the Link header.");
        }
    }
}
