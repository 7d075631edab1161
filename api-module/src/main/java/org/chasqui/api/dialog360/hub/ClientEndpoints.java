package org.chasqui.api.dialog360.hub;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** The clients of a partner, which are the accounts of the workspace, and what they have used. */
@ApplicationScoped
class ClientEndpoints implements HubEndpoints {
    private static final int LONGEST_PAYLOAD = 10_000;

    @Inject
    HubWorld world;

    @Inject
    HubDesk desk;

    @Inject
    Balances balances;

    @Override
    public void addTo(HubRoutes routes) {
        routes.reads("GET", "/clients", this::list)
                .reads("GET", "/clients/{client}", this::get)
                .writes("PATCH", "/clients/{client}", this::change)
                .reads("GET", "/clients/{client}/info/balance", this::balance);
    }

    private Answer list(HubCall call) {
        var all =
                world.clients(call.workspaceId()).stream().map(HubJson::client).toList();
        return Listing.page(call.request().query(), "clients", all);
    }

    private Answer get(HubCall call) {
        return Answer.json(200, HubJson.client(world.client(call.workspaceId(), call.variable("client"))));
    }

    /** What is named and null is forgotten, what is not named stays. */
    private Answer change(HubCall call) throws IOException {
        var given = call.arguments();
        var changed = desk.change(
                call.workspaceId(),
                call.variable("client"),
                old -> new ClientNotes(
                        old.accountId(),
                        given.raw("partner_payload").isMissingNode() ? old.partnerPayload() : payload(given),
                        given.raw("max_channels").isMissingNode() ? old.maxChannels() : maxChannels(given)));
        return Answer.json(200, HubJson.client(changed));
    }

    private static @Nullable String payload(Arguments given) {
        var raw = given.raw("partner_payload");
        var text = raw.isContainerNode()
                ? raw.toString()
                : given.text("partner_payload").orElse(null);
        if (text != null && text.length() > LONGEST_PAYLOAD) {
            throw RequestFailed.invalid("partner_payload", "must have " + LONGEST_PAYLOAD + " characters at most.");
        }
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    private static @Nullable Integer maxChannels(Arguments given) {
        var number = given.wholeNumber("max_channels").orElse(null);
        if (number != null && number < 0) {
            throw RequestFailed.invalid("max_channels", "must be 0 or more.");
        }
        return number;
    }

    private Answer balance(HubCall call) {
        var client = world.client(call.workspaceId(), call.variable("client"));
        return Answer.json(
                200,
                balances.of(call.workspaceId(), client.account(), call.request().query()));
    }
}
