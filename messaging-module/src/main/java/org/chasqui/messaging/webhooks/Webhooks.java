package org.chasqui.messaging.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.events.EventLog;
import org.chasqui.messaging.events.NewEvent;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.outgoing.Signer;

/** The endpoints of customers: made, changed, paused, tested. */
@ApplicationScoped
public class Webhooks {
    private static final Duration ROTATION = Duration.ofHours(24);
    private static final int MOST = 100;

    @Inject
    EndpointStore store;

    @Inject
    Vault vault;

    @Inject
    EndpointSettings settings;

    @Inject
    EventLog eventLog;

    @Inject
    FanOut fanOut;

    @Inject
    Event<DeliveriesDue> due;

    @Inject
    Event<WebhookRemoved> removed;

    @Inject
    AuditTrail audit;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * Makes an endpoint. The secret is in the answer and nowhere else.
     *
     * @throws RequestFailed VALIDATION_FAILED with the field that is wrong
     */
    @Transactional
    public NewSecret create(UUID workspaceId, WebhookWish wish) {
        if (wish.url() == null) {
            throw RequestFailed.invalid("url", "is missing: the address to post to, or \"inspector\".");
        }
        if (wish.events() == null || wish.events().isEmpty()) {
            throw RequestFailed.invalid("events", "is missing: for example [\"message.*\"].");
        }
        if (store.list(workspaceId).size() >= MOST) {
            throw new RequestFailed(FailureCode.CONFLICT, "A workspace has " + MOST + " endpoints at most.");
        }
        var id = ids.next();
        var secret = Signer.newSecret();
        var now = now();
        var blank = Endpoint.blank(id, workspaceId, vault.sealSecret(id, secret), now);
        var endpoint = settings.with(blank, wish, now);
        store.save(endpoint);
        audit(endpoint, wish.actor(), "webhook.created");
        return new NewSecret(view(endpoint), secret);
    }

    /** Changes what the wish names; the address that it has already, that of an inspector too, stays what it is. */
    @Transactional
    public WebhookView update(UUID workspaceId, UUID id, WebhookWish wish) {
        var old = locked(workspaceId, id);
        var endpoint = settings.with(old, wish.besides(old.url()), now());
        store.save(endpoint);
        audit(endpoint, wish.actor(), "webhook.changed");
        return view(endpoint);
    }

    /** Removes an endpoint with what waits for it and what was delivered to it. */
    @Transactional
    public void delete(UUID workspaceId, UUID id, String actor) {
        var endpoint = store.demand(workspaceId, id);
        store.delete(id);
        audit(endpoint, actor, "webhook.deleted");
        removed.fire(new WebhookRemoved(workspaceId, id));
    }

    /** An endpoint of the workspace. */
    @Transactional
    public Optional<WebhookView> find(UUID workspaceId, UUID id) {
        return store.find(workspaceId, id).map(this::view);
    }

    /** The customer's own headers with their values, for the client that has set them: secrets, never for a page. */
    @Transactional
    public Map<String, String> headers(UUID workspaceId, UUID id) {
        return vault.headers(store.demand(workspaceId, id));
    }

    /** The endpoints of the workspace, the newest first. */
    @Transactional
    public List<WebhookView> list(UUID workspaceId) {
        var endpoints = store.list(workspaceId);
        var health = store.health(endpoints.stream().map(Endpoint::id).toList());
        return endpoints.stream()
                .map(endpoint -> view(endpoint, health.getOrDefault(endpoint.id(), EndpointStore.Health.UNKNOWN)))
                .toList();
    }

    /** Gives an endpoint a new secret; the old one signs along for 24 hours, or until the next rotation. */
    @Transactional
    public NewSecret rotateSecret(UUID workspaceId, UUID id, String actor) {
        var old = locked(workspaceId, id);
        var secret = Signer.newSecret();
        var now = now();
        var endpoint = old.rotated(vault.sealSecret(id, secret), vault.sealAsPrevious(old), now.plus(ROTATION), now);
        store.save(endpoint);
        audit(endpoint, actor, "webhook.secret_rotated");
        return new NewSecret(view(endpoint), secret);
    }

    /** Stops delivering; events gather. */
    @Transactional
    public WebhookView pause(UUID workspaceId, UUID id, String actor) {
        var endpoint = store.demand(workspaceId, id);
        store.setStatus(id, WebhookStatus.PAUSED, "paused by " + actor, now());
        audit(endpoint, actor, "webhook.paused");
        return view(store.demand(workspaceId, id));
    }

    /** Tells an endpoint nothing any more: what happens meanwhile is not kept for it either. */
    @Transactional
    public void silence(UUID workspaceId, UUID id, String actor) {
        var endpoint = store.demand(workspaceId, id);
        store.setStatus(id, WebhookStatus.DISABLED, "switched off by " + actor, now());
        audit(endpoint, actor, "webhook.silenced");
    }

    /** Delivers again, at once and with all failures forgotten, whatever had stopped it. */
    @Transactional
    public WebhookView resume(UUID workspaceId, UUID id, String actor) {
        var endpoint = store.demand(workspaceId, id);
        // In this order, which is that of who delivers: the health, then the settings.
        store.forgetFailures(id);
        store.setStatus(id, WebhookStatus.ACTIVE, null, now());
        audit(endpoint, actor, "webhook.resumed");
        due.fire(new DeliveriesDue(Set.of(id)));
        return view(store.demand(workspaceId, id));
    }

    /**
     * Sends a test event to one endpoint, whatever events it wants.
     *
     * @return id of the delivery
     */
    @Transactional
    public UUID test(UUID workspaceId, UUID id) {
        var endpoint = store.demand(workspaceId, id);
        if (endpoint.status() != WebhookStatus.ACTIVE) {
            throw new RequestFailed(
                    FailureCode.CONFLICT,
                    "The endpoint is " + endpoint.status().wireName() + ": resume it before the test.");
        }
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("webhook_id", id.toString())
                .put("message", "This is a test. If you can read it and its signature fits, all is well.");
        var event = eventLog.recordQuietly(new NewEvent(workspaceId, "webhook.test", null, null, now(), data));
        var delivery = new NewDelivery(ids.next(), endpoint, event, false);
        fanOut.deliver(List.of(delivery), now());
        return delivery.id();
    }

    /** As {@link EndpointStore#demand}, and nobody else changes it before this transaction ends. */
    private Endpoint locked(UUID workspaceId, UUID id) {
        return store.locked(id)
                .filter(endpoint -> endpoint.workspaceId().equals(workspaceId))
                .orElseThrow(() -> RequestFailed.notFound("webhook", id.toString()));
    }

    private WebhookView view(Endpoint endpoint) {
        return view(
                endpoint,
                store.health(List.of(endpoint.id())).getOrDefault(endpoint.id(), EndpointStore.Health.UNKNOWN));
    }

    private WebhookView view(Endpoint endpoint, EndpointStore.Health health) {
        var until = endpoint.previousUntil();
        return new WebhookView(
                endpoint.id(),
                endpoint.workspaceId(),
                endpoint.url(),
                endpoint.events(),
                endpoint.numberIds(),
                vault.headers(endpoint).keySet(),
                endpoint.ordered(),
                endpoint.description(),
                endpoint.wording().format(),
                endpoint.status(),
                endpoint.statusReason(),
                until != null && until.isAfter(clock.instant()) ? until : null,
                health.openUntil(),
                health.failingSince(),
                health.lastSuccessAt(),
                endpoint.createdAt(),
                endpoint.updatedAt());
    }

    private void audit(Endpoint endpoint, String actor, String action) {
        audit.record(
                endpoint.workspaceId(),
                actor,
                action,
                endpoint.url(),
                Map.of("webhook_id", endpoint.id().toString()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
