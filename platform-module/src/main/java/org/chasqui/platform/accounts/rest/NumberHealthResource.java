package org.chasqui.platform.accounts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.chasqui.platform.accounts.health.HealthChecks;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The health check of a number. */
@Path("/whatsapp/phone_numbers/{id}/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class NumberHealthResource {
    private static final String NUMBER = "Our id or Meta's id.";

    @Inject
    OwnNumbers own;

    @Inject
    HealthChecks checks;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "getPhoneNumberHealth",
            summary = "Get the last health check of a number",
            description = "Made every ten minutes. A number that was never checked is checked now.")
    @APIResponse(responseCode = "200", description = "What was found.")
    public HealthBody get(@Parameter(description = NUMBER) @PathParam("id") String id) {
        var number = own.number(id);
        return HealthBody.of(checks.last(number).orElseGet(() -> checks.run(number)));
    }

    @POST
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "checkPhoneNumberHealth",
            summary = "Check the health of a number now",
            description = "Asks Meta about token, permissions, account, subscription, callback, registration, name,"
                    + " quality and whether it may send; takes a few seconds.")
    @APIResponse(responseCode = "200", description = "What was found.")
    public HealthBody check(@Parameter(description = NUMBER) @PathParam("id") String id) {
        return HealthBody.of(checks.run(own.number(id)));
    }

    @POST
    @Path("/subscribe")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "subscribePhoneNumber",
            summary = "Have the webhooks of a number's account sent here again",
            description = "Mends the finding `subscription`, then checks once more.")
    @APIResponse(responseCode = "200", description = "What was found afterwards.")
    public HealthBody subscribe(@Parameter(description = NUMBER) @PathParam("id") String id) {
        return HealthBody.of(checks.subscribe(own.number(id)));
    }
}
