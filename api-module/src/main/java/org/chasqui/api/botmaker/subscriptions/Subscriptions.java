package org.chasqui.api.botmaker.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chasqui.messaging.webhooks.WebhookRemoved;
import org.chasqui.messaging.webhooks.WebhookStatus;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.WebhookWish;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.messaging.webhooks.Wording;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of this dialect: endpoints like all others, with the same retries, that are told in Botmaker's words. Clients
 * set them by API, people on a page of the dashboard.
 */
@ApplicationScoped
public class Subscriptions {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 24;
    /** What a header can carry. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{0,2000}");

    @Inject
    Webhooks webhooks;

    @Inject
    SubscriptionStore store;

    @Inject
    Event<SubscriptionsChanged> changed;

    @Inject
    Clock clock;

    /**
     * What somebody wants of a webhook.
     *
     * @param url null to leave it as it is
     * @param channels our ids of the numbers; never empty, for Botmaker wants one channel at least
     * @param token empty for none; null to leave it as it is
     * @param isActive null to leave it as it is
     * @param by who wants it, for the audit trail
     */
    public record Wanted(
            @Nullable String url,
            Kind kind,
            List<UUID> channels,
            @Nullable String token,
            Switches switches,
            @Nullable Boolean isActive,
            String by) {
        public Wanted {
            channels = List.copyOf(channels);
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "Wanted[" + kind + "]";
        }
    }

    /** A webhook, and what this dialect knows of it. */
    public record Found(WebhookView webhook, Subscription subscription) {}

    /** The webhooks of this dialect, the oldest first; one that was removed elsewhere is none any more. */
    @Transactional
    public List<Found> list(UUID workspaceId) {
        return store.list(workspaceId).stream()
                .flatMap(one -> webhooks.find(workspaceId, one.webhookId()).map(view -> new Found(view, one)).stream())
                .toList();
    }

    /** A webhook of this dialect by our id; empty also for those of other dialects. */
    @Transactional
    public Optional<Found> find(UUID workspaceId, UUID id) {
        return store.find(id)
                .flatMap(one -> webhooks.find(workspaceId, one.webhookId()).map(view -> new Found(view, one)));
    }

    /**
     * Makes a webhook.
     *
     * @throws RequestFailed VALIDATION_FAILED, for example for an address that is not public
     */
    @Transactional
    public Found create(UUID workspaceId, Wanted wanted) {
        var made = webhooks.create(workspaceId, wish(wanted, nameOf(wanted.kind())))
                .webhook();
        return keep(made, wanted, null);
    }

    /**
     * Changes a webhook.
     *
     * @throws RequestFailed VALIDATION_FAILED
     */
    @Transactional
    public Found change(Found old, Wanted wanted) {
        // Whoever has given it a name of his own keeps that.
        var isOurs = nameOf(old.subscription().kind()).equals(old.webhook().description());
        var changed = webhooks.update(
                old.webhook().workspaceId(), old.webhook().id(), wish(wanted, isOurs ? nameOf(wanted.kind()) : null));
        return keep(changed, wanted, old.subscription());
    }

    private static String nameOf(Kind kind) {
        return "Botmaker: " + kind.wireName();
    }

    /** Removes a webhook with what waits for it. */
    @Transactional
    public void remove(Found one, String by) {
        webhooks.delete(one.webhook().workspaceId(), one.webhook().id(), by);
    }

    /** Whoever removes an endpoint, here, over the native API or in the dashboard, removes what this dialect knows of it. */
    void removed(@Observes WebhookRemoved event) {
        store.delete(event.webhookId());
        changed.fire(new SubscriptionsChanged(event.workspaceId()));
    }

    /** A token that nobody guesses, for who has none of his own (seed 002: "use the suggested token"). */
    public String suggestedToken() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
        changed.fire(new SubscriptionsChanged(subscription.workspaceId()));
        return new Found(switched(webhook, wanted), subscription);
    }

    /** Only what changes: to resume one that is active would end the rest that its failures have brought. */
    private WebhookView switched(WebhookView webhook, Wanted wanted) {
        boolean isActive = webhook.status() == WebhookStatus.ACTIVE;
        if (wanted.isActive() == null || wanted.isActive() == isActive) {
            return webhook;
        }
        return wanted.isActive()
                ? webhooks.resume(webhook.workspaceId(), webhook.id(), wanted.by())
                : webhooks.pause(webhook.workspaceId(), webhook.id(), wanted.by());
    }

    private static WebhookWish wish(Wanted wanted, @Nullable String description) {
        var token = wanted.token();
        if (token != null && !TOKEN.matcher(token).matches()) {
            throw RequestFailed.invalid(
                    "token", "must be letters, digits and signs without spaces or accents, 2,000 at most.");
        }
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
