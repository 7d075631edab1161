package org.chasqui.api.botmaker.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.botmaker.subscriptions.Kind;
import org.chasqui.api.botmaker.subscriptions.Subscription;
import org.chasqui.api.botmaker.subscriptions.SubscriptionStore;
import org.chasqui.api.botmaker.subscriptions.Switches;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.WebhookWish;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.messaging.webhooks.Wording;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Endpoints of this dialect: webhooks like all others, with the same retries, that are told in Botmaker's words. */
@ApplicationScoped
class Endpoints {
    @Inject
    Webhooks webhooks;

    @Inject
    SubscriptionStore store;

    @Inject
    Clock clock;

    /**
     * What somebody wants of an endpoint.
     *
     * @param url null to leave it as it is
     * @param channels our ids of the numbers; never empty, for Botmaker wants one channel at least
     * @param token empty for none; null to leave it as it is
     * @param isActive null to leave it as it is
     */
    record Wanted(
            @Nullable String url,
            Kind kind,
            List<UUID> channels,
            @Nullable String token,
            Switches switches,
            @Nullable Boolean isActive,
            String by) {}

    /** An endpoint, and what this dialect knows of it. */
    record Found(WebhookView webhook, Subscription subscription) {}

    /** The endpoints of this dialect, the oldest first; one that was removed in the dashboard is none any more. */
    @Transactional
    public List<Found> list(UUID workspaceId) {
        return store.list(workspaceId).stream()
                .flatMap(one -> webhooks.find(workspaceId, one.webhookId()).map(view -> new Found(view, one)).stream())
                .toList();
    }

    @Transactional
    public Optional<Found> find(UUID workspaceId, UUID id) {
        return list(workspaceId).stream()
                .filter(one -> one.webhook().id().equals(id))
                .findFirst();
    }

    /**
     * Makes an endpoint.
     *
     * @throws RequestFailed VALIDATION_FAILED
     */
    @Transactional
    public Found create(UUID workspaceId, Wanted wanted) {
        var made = webhooks.create(
                        workspaceId, wish(wanted, "Botmaker: " + wanted.kind().wireName()))
                .webhook();
        return keep(made, wanted, null);
    }

    /**
     * Changes an endpoint.
     *
     * @throws RequestFailed VALIDATION_FAILED
     */
    @Transactional
    public Found change(Found old, Wanted wanted) {
        var changed = webhooks.update(old.webhook().workspaceId(), old.webhook().id(), wish(wanted, null));
        return keep(changed, wanted, old.subscription());
    }

    @Transactional
    public void remove(Found one, String by) {
        webhooks.delete(one.webhook().workspaceId(), one.webhook().id(), by);
        store.delete(one.webhook().id());
    }

    private Found keep(WebhookView webhook, Wanted wanted, @Nullable Subscription old) {
        var token = wanted.token();
        if (token == null && old != null) {
            token = old.token();
        }
        var subscription = new Subscription(
                webhook.id(),
                webhook.workspaceId(),
                wanted.kind(),
                wanted.channels(),
                token == null || token.isEmpty() ? null : token,
                wanted.switches(),
                old == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : old.createdAt());
        store.save(subscription);
        return new Found(switched(webhook, wanted), subscription);
    }

    private WebhookView switched(WebhookView webhook, Wanted wanted) {
        if (wanted.isActive() == null) {
            return webhook;
        }
        return wanted.isActive()
                ? webhooks.resume(webhook.workspaceId(), webhook.id(), wanted.by())
                : webhooks.pause(webhook.workspaceId(), webhook.id(), wanted.by());
    }

    private static WebhookWish wish(Wanted wanted, @Nullable String description) {
        var token = wanted.token();
        Map<String, String> headers = token == null || token.isEmpty() ? Map.of() : Map.of(Subscription.HEADER, token);
        return new WebhookWish(
                wanted.url(),
                wanted.kind().events(),
                // Of all numbers: see Subscription.
                List.of(),
                token == null ? null : headers,
                null,
                description,
                new Wording(Subscription.FORMAT, null),
                wanted.by());
    }
}
