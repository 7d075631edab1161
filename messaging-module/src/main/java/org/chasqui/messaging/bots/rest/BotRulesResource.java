package org.chasqui.messaging.bots.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.bots.BotRules;
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

/** {@code /api/v1/whatsapp/bots/{id}/rules}. */
@Path("/whatsapp/bots/{id}/rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Bots")
public class BotRulesResource {
    private static final String BOT = "Our id of the bot.";
    private static final String RULE = "Our id of the rule.";

    @Inject
    BotRules rules;

    @Inject
    OwnBots own;

    @Inject
    Caller caller;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listBotRules",
            summary = "List the rules of a bot",
            description = "In the order in which they are looked at.")
    @APIResponse(
            responseCode = "200",
            description = "The rules.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RuleResponse.class)))
    public Response list(
            @Parameter(description = BOT) @PathParam("id") String id,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var all = rules.list(caller.workspaceId(), own.demand(id).id()).stream()
                .map(RuleResponse::of)
                .toList();
        return Pages.page(uri, all, page, rule -> rule.id().toString());
    }

    @POST
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "createBotRule",
            summary = "Add a rule",
            description = "Below the others, unless it has a priority.")
    @APIResponse(responseCode = "200", description = "The rule.")
    public RuleResponse create(
            @Parameter(description = BOT) @PathParam("id") String id,
            @NotNull(message = "is missing.") RuleRequest body) {
        own.demandWorkspaceKey();
        return RuleResponse.of(rules.add(caller.workspaceId(), own.demand(id).id(), body.wish()));
    }

    @POST
    @Path("/order")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "orderBotRules",
            summary = "Put the rules of a bot into an order",
            description = "Their priorities are counted anew.")
    @APIResponse(
            responseCode = "200",
            description = "The rules in their new order.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RuleResponse.class)))
    public List<RuleResponse> order(
            @Parameter(description = BOT) @PathParam("id") String id,
            @NotNull(message = "is missing.") @Valid OrderRequest body) {
        own.demandWorkspaceKey();
        return rules.order(caller.workspaceId(), own.demand(id).id(), body.ruleIds()).stream()
                .map(RuleResponse::of)
                .toList();
    }

    @GET
    @Path("/{rule_id}")
    @RequiresScope(Scope.READ)
    @Operation(operationId = "getBotRule", summary = "Look at a rule")
    @APIResponse(responseCode = "200", description = "The rule.")
    public RuleResponse get(
            @Parameter(description = BOT) @PathParam("id") String id,
            @Parameter(description = RULE) @PathParam("rule_id") String ruleId) {
        return rules.find(caller.workspaceId(), own.demand(id).id(), ruleId(ruleId))
                .map(RuleResponse::of)
                .orElseThrow(() -> RequestFailed.notFound("rule", ruleId));
    }

    @PUT
    @Path("/{rule_id}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "updateBotRule",
            summary = "Change a rule",
            description = "What is left out stays as it is.")
    @APIResponse(responseCode = "200", description = "The rule as it is now.")
    public RuleResponse update(
            @Parameter(description = BOT) @PathParam("id") String id,
            @Parameter(description = RULE) @PathParam("rule_id") String ruleId,
            @NotNull(message = "is missing.") RuleRequest body) {
        own.demandWorkspaceKey();
        return RuleResponse.of(rules.change(caller.workspaceId(), own.demand(id).id(), ruleId(ruleId), body.wish()));
    }

    @DELETE
    @Path("/{rule_id}")
    @RequiresScope(Scope.WRITE)
    @Operation(operationId = "deleteBotRule", summary = "Remove a rule")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void delete(
            @Parameter(description = BOT) @PathParam("id") String id,
            @Parameter(description = RULE) @PathParam("rule_id") String ruleId) {
        own.demandWorkspaceKey();
        rules.remove(caller.workspaceId(), own.demand(id).id(), ruleId(ruleId));
    }

    private static UUID ruleId(String id) {
        var uuid = OwnBots.uuid(id);
        if (uuid == null) {
            throw RequestFailed.notFound("rule", id);
        }
        return uuid;
    }
}
