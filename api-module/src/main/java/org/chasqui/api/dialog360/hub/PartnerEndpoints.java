package org.chasqui.api.dialog360.hub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** The partner itself, which is the workspace, and where it hears of its channels. */
@ApplicationScoped
class PartnerEndpoints implements HubEndpoints {
    private static final int LONGEST = 2_000;

    @Inject
    HubDesk desk;

    @Inject
    Settings settings;

    @Override
    public void addTo(HubRoutes routes) {
        routes.reads("GET", "", call -> Answer.json(200, describe(desk.partner(call.workspaceId()))))
                .writes("PATCH", "", this::change)
                .reads("GET", "/webhook_url", this::webhookUrl)
                .writes("POST", "/webhook_url", this::setWebhookUrl);
    }

    private Answer change(HubCall call) throws IOException {
        var given = call.arguments();
        var standing = desk.change(
                call.workspaceId(),
                old -> new PartnerNotes(
                        old.workspaceId(),
                        old.webhookId(),
                        text(given, "partner_redirect_url", old.redirectUrl()),
                        text(given, "brand_name", old.brandName()),
                        text(given, "logo_url", old.logoUrl())),
                given.raw("webhook_url").isMissingNode() ? null : url(given),
                call.actor());
        return Answer.json(200, describe(standing));
    }

    private Answer webhookUrl(HubCall call) {
        return Answer.json(
                200, JsonNodeFactory.instance.objectNode().put("webhook_url", url(desk.partner(call.workspaceId()))));
    }

    private Answer setWebhookUrl(HubCall call) throws IOException {
        if (call.arguments().raw("webhook_url").isMissingNode()) {
            throw RequestFailed.invalid("webhook_url", "is required; empty to have none.");
        }
        return Answer.json(200, describe(desk.tell(call.workspaceId(), url(call.arguments()), call.actor())));
    }

    private static String url(Arguments given) {
        return given.text("webhook_url").map(String::strip).orElse("");
    }

    private ObjectNode describe(HubDesk.Standing standing) {
        var notes = standing.notes();
        var tree = JsonNodeFactory.instance
                .objectNode()
                .put("id", notes.workspaceId().toString())
                .put("brand_name", notes.brandName())
                .put("logo_url", notes.logoUrl())
                .put("webhook_url", url(standing))
                .put("partner_redirect_url", notes.redirectUrl())
                .put("onboarding_deeplink_add_params", false)
                .put("payment_required", false)
                .put("hub_url", settings.publicUrl());
        tree.putObject("payment_plan");
        return tree;
    }

    private static @Nullable String url(HubDesk.Standing standing) {
        return standing.webhook().map(WebhookView::url).orElse(null);
    }

    /** What is named and null is forgotten, what is not named stays. */
    private static @Nullable String text(Arguments given, String name, @Nullable String old) {
        if (given.raw(name).isMissingNode()) {
            return old;
        }
        var text = given.text(name).orElse(null);
        if (text != null && text.length() > LONGEST) {
            throw RequestFailed.invalid(name, "must have " + LONGEST + " characters at most.");
        }
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
