package org.chasqui.api.waabot.settings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.api.waabot.WaabotCall;
import org.chasqui.api.waabot.WaabotEndpoints;
import org.chasqui.api.waabot.WaabotRoutes;
import org.chasqui.api.waabot.instances.InstanceBots.Behaviour;
import org.chasqui.api.waabot.instances.InstanceDocuments;
import org.chasqui.api.waabot.instances.InstanceStatus;

/** {@code /whatsapp/updateGeneral} and its like, {@code /whatsapp/setWebhook} and {@code /whatsapp/info}. */
@ApplicationScoped
class SettingsEndpoints implements WaabotEndpoints {
    @Inject
    SettingsDesk desk;

    @Inject
    InstanceWebhooks webhooks;

    @Inject
    InstanceDocuments documents;

    @Override
    public void addTo(WaabotRoutes routes) {
        routes.writes("PUT", "/whatsapp/updateGeneral", call -> update(call, SettingsChange::general))
                .writes("PUT", "/whatsapp/updateActions", this::updateActions)
                .writes("PUT", "/whatsapp/updateActiveDays", call -> update(call, SettingsChange::days))
                .writes("PUT", "/whatsapp/updateActiveHours", call -> update(call, SettingsChange::hours))
                .writes("PUT", "/whatsapp/setWebhook", this::setWebhook)
                .reads("GET", "/whatsapp/info", this::info);
    }

    private interface Change {
        Behaviour of(Behaviour old, Arguments given);
    }

    private Answer update(WaabotCall call, Change change) throws IOException {
        var given = call.arguments();
        return updated(desk.change(call.instance(), old -> change.of(old, given), call.client()));
    }

    private Answer updateActions(WaabotCall call) throws IOException {
        return updated(desk.changeActions(call.instance(), call.arguments(), call.client()));
    }

    /** The counts are MongoDB's, and true: one instance was found, and it was changed or was like this before. */
    private static Answer updated(boolean changed) {
        var counts = JsonNodeFactory.instance.objectNode().put("acknowledged", true);
        counts.put("modifiedCount", changed ? 1 : 0).putNull("upsertedId");
        counts.put("upsertedCount", 0).put("matchedCount", 1);
        return Envelope.ok("Whatsapp settings updated successfully!", counts);
    }

    private Answer setWebhook(WaabotCall call) throws IOException {
        var set = webhooks.set(
                call.instance(),
                WebhookArguments.read(call.arguments()),
                call.client().name());
        return Envelope.ok("Webhook updated successfully!", set);
    }

    private Answer info(WaabotCall call) {
        var instance = call.instance();
        var status = documents.status(instance);
        var data = documents.document(instance, call.client());
        data.set("settings", documents.settings(instance, word(status), call.client()));
        data.put("phone_connected", status == InstanceStatus.CONNECTED);
        data.put("webhookUrl", webhooks.url(instance).orElse(null));
        return Envelope.ok("Whatsapp fetched successfully!", data);
    }

    /** The SDK of Waabot looks for this word, where a list says CONNECTED. */
    private static String word(InstanceStatus status) {
        return status == InstanceStatus.CONNECTED ? "ONLINE" : status.name();
    }
}
