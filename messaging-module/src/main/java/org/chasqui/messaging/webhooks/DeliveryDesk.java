package org.chasqui.messaging.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.dispatch.NodeIdentity;
import org.chasqui.messaging.events.EventLog;
import org.chasqui.messaging.events.Events;
import org.chasqui.messaging.events.NewEvent;
import org.jspecify.annotations.Nullable;

/** One turn of an endpoint in one transaction: write what has ended, judge its health, take what is next. */
@ApplicationScoped
class DeliveryDesk {
    /** How long a claim holds: longer than two calls of the longest kind. */
    static final Duration CLAIM = Duration.ofSeconds(75);

    private static final Duration LEASE = Duration.ofSeconds(30);
    /** Nobody says when that will be. */
    private static final Duration UNTIL_SOMEBODY_RESUMES = Duration.ofDays(1);

    private static final SecureRandom JITTER = new SecureRandom();

    @Inject
    EndpointStore endpoints;

    @Inject
    HealthStore healths;

    @Inject
    DueTable due;

    @Inject
    DeliveryLog log;

    @Inject
    Events events;

    @Inject
    EventLog eventLog;

    @Inject
    NodeIdentity node;

    @Inject
    WebhookConfig config;

    @Inject
    Breakers breakers;

    @Inject
    Event<DeliveriesSettled> outcomes;

    @Inject
    Clock clock;

    /**
     * What a turn has come to.
     *
     * @param endpoint null when another node has it, or when it is gone: then nothing more is done here
     * @param places how many calls may be under way now
     * @param rest when there may be none: how long at least
     */
    record Turn(@Nullable Endpoint endpoint, int places, List<Claim> claims, Duration rest) {
        private static final Turn NOT_OURS = nothing(null);

        private static Turn nothing(@Nullable Endpoint endpoint) {
            return new Turn(endpoint, 0, List.of(), UNTIL_SOMEBODY_RESUMES);
        }
    }

    /**
     * What has become of the claims of earlier turns.
     *
     * @param settled calls that have ended
     * @param unbegun claims that are given back
     */
    record Report(List<Settlement> settled, List<Claim> unbegun) {}

    /**
     * What is wanted for the next calls.
     *
     * @param held claims whose call is still under way or that wait here
     * @param calls how many calls a healthy endpoint may get at a time
     * @param more how many claims are wanted beside those that are held, at most
     */
    record Wish(int held, int calls, int more) {
        static final Wish NOTHING = new Wish(0, 0, 0);
    }

    /** Does a turn. */
    @Transactional
    public Turn turn(UUID webhookId, Report report, Wish wish, FairTurns turns) {
        var settled = report.settled();
        var taken = healths.take(webhookId, node.name(), LEASE);
        var endpoint = endpoints.byId(webhookId).orElse(null);
        if (endpoint == null) {
            return Turn.NOT_OURS;
        }
        // Outcomes are written even when the lease was lost meanwhile: each is bound to its claim.
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var gone = settle(endpoint, settled, now);
        due.giveBack(node.name(), report.unbegun());
        if (taken.isEmpty()) {
            return Turn.NOT_OURS;
        }
        var health = judge(endpoint, taken.get(), settled, gone, now);
        if (health == null || endpoint.status() != WebhookStatus.ACTIVE) {
            return Turn.nothing(endpoint);
        }
        int places = health.places(now, wish.calls());
        int most = health.isOpen() ? places - wish.held() : wish.more();
        var claims = most <= 0 ? List.<Claim>of() : claim(endpoint, now, most, turns);
        return new Turn(endpoint, places, claims, health.rest(now));
    }

    /** Writes outcomes; answers whether the address has said that it is gone. */
    private boolean settle(Endpoint endpoint, List<Settlement> settled, Instant now) {
        var again = new ArrayList<DueTable.Again>();
        var ended = new ArrayList<UUID>();
        var stands = new ArrayList<DeliveryLog.Stand>();
        boolean gone = false;
        for (var one : settled) {
            var claim = one.claim();
            var pause =
                    config.schedule().pauseAfter(claim.attempt(), one.outcome().retryAfter(), JITTER.nextDouble());
            var state = DeliveryLog.State.PENDING;
            if (one.outcome().kind() == Outcome.Kind.ARRIVED || !one.outcome().isOfACall()) {
                state = DeliveryLog.State.DELIVERED;
            } else if (one.outcome().kind() == Outcome.Kind.GONE || pause.isEmpty()) {
                state = DeliveryLog.State.DEAD;
                // A call from before somebody resumed the endpoint says nothing about it as it is now.
                gone |= one.outcome().kind() == Outcome.Kind.GONE && !one.at().isBefore(endpoint.updatedAt());
            }
            if (state == DeliveryLog.State.PENDING) {
                again.add(new DueTable.Again(claim.deliveryId(), claim.attempt(), now.plus(pause.orElseThrow())));
            } else {
                ended.add(claim.deliveryId());
            }
            stands.add(new DeliveryLog.Stand(claim.deliveryId(), claim.attempt(), state));
        }
        log.write(node.name(), settled, stands, now);
        due.again(node.name(), again);
        due.remove(ended);
        if (!settled.isEmpty()) {
            outcomes.fire(new DeliveriesSettled(endpoint.workspaceId()));
        }
        return gone;
    }

    /** The health after what has ended; null when the endpoint was disabled for it. */
    private @Nullable EndpointHealth judge(
            Endpoint endpoint, EndpointHealth before, List<Settlement> settled, boolean gone, Instant now) {
        var calls = settled.stream().filter(one -> one.outcome().isOfACall()).toList();
        if (calls.isEmpty()) {
            return before;
        }
        var breaker = breakers.of(endpoint);
        var health = before;
        Instant success = null;
        for (var one : calls) {
            boolean arrived = one.outcome().kind() == Outcome.Kind.ARRIVED;
            health = arrived ? health.afterSuccess(now, breaker) : health.afterFailure(now, breaker);
            success = arrived ? now : success;
        }
        var consequence = gone ? EndpointHealth.Consequence.DISABLE : health.consequence();
        if (consequence != EndpointHealth.Consequence.NONE) {
            health = health.withNotice();
        }
        healths.save(endpoint.id(), health, success);
        if (endpoint.status() == WebhookStatus.DISABLED) {
            // Calls that were under way when that was told.
            return health;
        }
        if (consequence == EndpointHealth.Consequence.NOTICE) {
            tell(endpoint, "webhook.failing", "The address has not taken an event for a long time.", now);
        } else if (consequence == EndpointHealth.Consequence.DISABLE) {
            var reason = gone ? "gone" : "failing";
            endpoints.setStatus(endpoint.id(), WebhookStatus.DISABLED, reason, now);
            tell(
                    endpoint,
                    "webhook.disabled",
                    gone
                            ? "The address answered 410: nobody lives there any more."
                            : "The address has failed for three days.",
                    now);
            return null;
        }
        return health;
    }

    private void tell(Endpoint endpoint, String type, String message, Instant now) {
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("webhook_id", endpoint.id().toString())
                .put("url", endpoint.url())
                .put("message", message);
        eventLog.record(List.of(new NewEvent(endpoint.workspaceId(), type, null, null, now, data)));
    }

    private List<Claim> claim(Endpoint endpoint, Instant now, int most, FairTurns turns) {
        long nanos = System.nanoTime();
        int shared = turns.forRetries(most);
        var rows = new ArrayList<DueTable.Row>();
        if (shared < most) {
            rows.addAll(due.claimFirst(endpoint, node.name(), CLAIM, most - shared));
        }
        int left = most - rows.size();
        if (left > 0) {
            var retries = due.claimRetries(endpoint, now, node.name(), CLAIM, left);
            rows.addAll(retries);
            boolean retriesLeftSome = retries.size() < shared && rows.size() < most;
            if (retriesLeftSome) {
                rows.addAll(due.claimFirst(endpoint, node.name(), CLAIM, most - rows.size()));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        var told =
                events.byIds(rows.stream().map(DueTable.Row::eventId).distinct().toList());
        var claims = new ArrayList<Claim>();
        for (var row : rows) {
            var event = told.get(row.eventId());
            if (event == null) {
                // The event was removed with everything that was kept of its time.
                due.remove(List.of(row.deliveryId()));
            } else {
                claims.add(new Claim(row.deliveryId(), event, row.attempt(), row.isReplay(), nanos));
            }
        }
        return claims;
    }

    /** Before this node begins: what it had claimed when it died is free again. */
    @Transactional
    public void begin() {
        healths.release(node.name(), null);
        due.releaseOf(node.name());
    }

    @Transactional
    public void release(UUID webhookId) {
        healths.release(node.name(), webhookId);
    }

    @Transactional
    public List<UUID> due() {
        return due.due(clock.instant(), node.name());
    }

    @Transactional
    public void releaseExpired() {
        due.releaseExpired();
    }
}
