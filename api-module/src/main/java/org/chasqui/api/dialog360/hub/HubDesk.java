package org.chasqui.api.dialog360.hub;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chasqui.api.dialog360.hub.HubWorld.HubClient;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.WebhookWish;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.messaging.webhooks.Wording;
import org.jspecify.annotations.Nullable;

/** Changes what partners have said of themselves and of their clients, each change in one transaction. */
@ApplicationScoped
class HubDesk {
    @Inject
    HubStore store;

    @Inject
    HubWorld world;

    @Inject
    Webhooks webhooks;

    @Inject
    Clock clock;

    /**
     * A partner.
     *
     * @param webhook empty for none, and for one that somebody has removed in the dashboard
     */
    record Standing(PartnerNotes notes, Optional<WebhookView> webhook) {}

    @Transactional
    public Standing partner(UUID workspaceId) {
        var notes = store.partner(workspaceId).orElseGet(() -> PartnerNotes.none(workspaceId));
        var id = notes.webhookId();
        return new Standing(notes, id == null ? Optional.empty() : webhooks.find(workspaceId, id));
    }

    /**
     * Changes what a partner says of itself: all of it, or nothing.
     *
     * @param url where it wants to hear of the channels, see {@link #tell}; null to leave that as it is
     */
    @Transactional
    public Standing change(UUID workspaceId, UnaryOperator<PartnerNotes> change, @Nullable String url, String actor) {
        store.lock(workspaceId);
        var old = partner(workspaceId);
        var notes = change.apply(old.notes());
        store.put(notes, now());
        return url == null ? new Standing(notes, old.webhook()) : tell(workspaceId, url, actor);
    }

    /**
     * Has an address hear of the channels from now on.
     *
     * @param url empty to have none
     * @throws org.chasqui.platform.failure.RequestFailed VALIDATION_FAILED of the field {@code url}
     */
    @Transactional
    public Standing tell(UUID workspaceId, String url, String actor) {
        store.lock(workspaceId);
        var old = partner(workspaceId);
        var webhook = old.webhook();
        if (url.isEmpty()) {
            webhook.ifPresent(one -> webhooks.delete(workspaceId, one.id(), actor));
            webhook = Optional.empty();
        } else {
            webhook = Optional.of(told(workspaceId, webhook, url, actor));
        }
        var notes = old.notes().withWebhook(webhook.map(WebhookView::id).orElse(null));
        store.put(notes, now());
        return new Standing(notes, webhook);
    }

    private WebhookView told(UUID workspaceId, Optional<WebhookView> present, String url, String actor) {
        var wish = new WebhookWish(
                url,
                HubFormat.TYPES,
                List.of(),
                null,
                null,
                present.isPresent() ? null : "360dialog hub",
                new Wording(HubFormat.NAME, null),
                actor);
        if (present.isEmpty()) {
            return webhooks.create(workspaceId, wish).webhook();
        }
        webhooks.update(workspaceId, present.get().id(), wish);
        return webhooks.resume(workspaceId, present.get().id(), actor);
    }

    /** Changes what a partner has noted of a client. */
    @Transactional
    public HubClient change(UUID workspaceId, String clientId, UnaryOperator<ClientNotes> change) {
        store.lock(workspaceId);
        var client = world.client(workspaceId, clientId);
        var notes = change.apply(client.notes());
        store.put(workspaceId, notes, now());
        return new HubClient(client.account(), notes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
