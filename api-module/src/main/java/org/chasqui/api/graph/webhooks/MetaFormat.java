package org.chasqui.api.graph.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.notices.CloudWording;
import org.chasqui.api.notices.NoticeEvents;
import org.chasqui.api.notices.Notices;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.webhooks.WebhookFormat;

/**
 * Webhooks as Meta posts them: its envelope, its fields, its signature. A handler of any SDK of Meta's Cloud API takes them as
 * they are, with the secret of the endpoint where the secret of Meta's app was.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks">Meta, webhooks</a>
 */
@ApplicationScoped
class MetaFormat implements WebhookFormat {
    @Inject
    Notices notices;

    @Override
    public String name() {
        return "meta";
    }

    @Override
    public boolean isOffered() {
        return true;
    }

    /** Empty for what Meta has no words for: campaigns, handovers, what nobody but this gateway knows. */
    @Override
    public Optional<byte[]> body(UUID webhookId, EventView event) {
        var worded = NoticeEvents.TYPES.contains(event.type())
                ? notices.of(event).map(CloudWording::of)
                : OtherFields.of(event, Notices.data(event));
        return worded.map(Notices::bytes);
    }

    @Override
    public Optional<byte[]> testBody() {
        return Optional.of(Notices.bytes(SampleMessage.envelope()));
    }

    @Override
    public Map<String, String> headers(String secret, byte[] body) {
        return Map.of(HubSignature.HEADER, HubSignature.of(secret, body));
    }
}
