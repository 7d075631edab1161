package org.chasqui.api.dialog360.hub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialog360.templates.AccountTemplates;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** The templates of a client's account. */
@ApplicationScoped
class TemplateEndpoints implements HubEndpoints {
    private static final String TEMPLATES = "/waba_accounts/{account}/waba_templates";

    @Inject
    HubWorld world;

    @Inject
    AccountTemplates templates;

    @Override
    public void addTo(HubRoutes routes) {
        routes.reads("GET", TEMPLATES, this::list)
                .writes("POST", TEMPLATES, this::create)
                .writes("DELETE", TEMPLATES + "/{template}", this::delete);
    }

    private Answer list(HubCall call) {
        var all = templates.list(call.workspaceId(), account(call));
        return Listing.page(call.request().query(), "waba_templates", all);
    }

    private Answer create(HubCall call) throws IOException {
        var account = account(call);
        var number = world.channels(call.workspaceId()).stream()
                .map(HubWorld.Channel::number)
                .filter(one -> one.accountId().equals(account))
                .findFirst()
                .orElseThrow(() ->
                        new RequestFailed(FailureCode.NUMBER_NOT_READY, "The account has no number connected yet."));
        var made = templates.make(number, call.arguments(), call.actor());
        return Answer.json(201, templates.describe(made, call.workspaceId()));
    }

    /** By Meta's id one template, by a name all its languages. */
    private Answer delete(HubCall call) {
        var id = call.variable("template");
        templates.delete(
                call.workspaceId(),
                account(call),
                id,
                template -> id.equals(template.metaId()) || id.equals(template.name()),
                call.actor());
        return Answer.json(200, JsonNodeFactory.instance.objectNode());
    }

    private UUID account(HubCall call) {
        return world.client(call.workspaceId(), call.variable("account"))
                .account()
                .id();
    }
}
