package org.chasqui.messaging.webhooks.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Caller;

/** The webhooks that the caller may handle: a key that is bound to a number, those that hear of that number only. */
@RequestScoped
class VisibleWebhooks {
    @Inject
    Webhooks webhooks;

    @Inject
    Caller caller;

    /** The newest first. */
    List<WebhookView> list() {
        return webhooks.list(caller.workspaceId()).stream()
                .filter(this::isVisible)
                .toList();
    }

    /**
     * The webhook of a path.
     *
     * @throws RequestFailed NOT_FOUND
     */
    WebhookView demand(String id) {
        UUID uuid;
        try {
            uuid = UUID.fromString(id);
        } catch (IllegalArgumentException noUuid) {
            throw RequestFailed.notFound("webhook", id);
        }
        return webhooks.find(caller.workspaceId(), uuid)
                .filter(this::isVisible)
                .orElseThrow(() -> RequestFailed.notFound("webhook", id));
    }

    private boolean isVisible(WebhookView webhook) {
        return caller.onlyNumber()
                .map(number -> List.of(number).equals(webhook.numberIds()))
                .orElse(true);
    }
}
