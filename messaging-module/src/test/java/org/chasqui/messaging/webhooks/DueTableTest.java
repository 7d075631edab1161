package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.events.EventsLogged;
import org.chasqui.messaging.events.LoggedEvent;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.testing.Fired;
import org.junit.jupiter.api.Test;

class DueTableTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(75);

    private final MessagingDatabase database = new MessagingDatabase();
    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
    private final EndpointStore endpoints = new EndpointStore();
    private final DueTable due = new DueTable();
    private final HealthStore healths = new HealthStore();
    private final FanOut fanOut = new FanOut();
    private final Fired<DeliveriesDue> rings = new Fired<>();
    private final UUID workspace = ids.next();
    private long seq;

    DueTableTest() {
        endpoints.jdbc = database.jdbc();
        due.jdbc = database.jdbc();
        healths.jdbc = database.jdbc();
        fanOut.jdbc = database.jdbc();
        fanOut.endpoints = endpoints;
        fanOut.due = rings;
        fanOut.ids = ids;
    }

    @Test
    void anEventGoesToWhoWantsItAndToNobodyElse() {
        var number = ids.next();
        var all = endpoint(false, List.of("*"), null, WebhookStatus.ACTIVE);
        var family = endpoint(false, List.of("message.*"), null, WebhookStatus.ACTIVE);
        var ofNumber = endpoint(false, List.of("message.read"), List.of(number), WebhookStatus.ACTIVE);
        var paused = endpoint(false, List.of("*"), null, WebhookStatus.PAUSED);
        var disabled = endpoint(false, List.of("*"), null, WebhookStatus.DISABLED);

        fanOut.logged(new EventsLogged(
                List.of(
                        new LoggedEvent(ids.next(), 1, workspace, "message.read", number, ids.next()),
                        new LoggedEvent(ids.next(), 2, workspace, "contact.opt_out", null, null),
                        new LoggedEvent(ids.next(), 3, ids.next(), "message.read", null, null)),
                NOW));

        assertThat(waiting(all)).isEqualTo(2);
        assertThat(waiting(family)).isEqualTo(1);
        assertThat(waiting(ofNumber)).isEqualTo(1);
        assertThat(waiting(paused)).as("gathers").isEqualTo(2);
        assertThat(waiting(disabled)).isZero();
        assertThat(rings.events.get(0).webhookIds()).containsExactlyInAnyOrder(all.id(), family.id(), ofNumber.id());
    }

    @Test
    void twoNodesNeverHaveTheSameDelivery() {
        var endpoint = endpoint(false, List.of("*"), null, WebhookStatus.ACTIVE);
        tell(endpoint, ids.next(), 10);

        var one = due.claimFirst(endpoint, "one", LEASE, 6);
        var two = due.claimFirst(endpoint, "two", LEASE, 6);

        assertThat(one).hasSize(6);
        assertThat(two).hasSize(4);
        assertThat(one).doesNotContainAnyElementsOf(two);
        assertThat(healths.take(endpoint.id(), "one", LEASE)).isPresent();
        assertThat(healths.take(endpoint.id(), "two", LEASE))
                .as("one node works for it")
                .isEmpty();
        healths.release("one", endpoint.id());
        assertThat(healths.take(endpoint.id(), "two", LEASE)).isPresent();
    }

    @Test
    void whatADeadNodeHadIsClaimedAgain() {
        var endpoint = endpoint(false, List.of("*"), null, WebhookStatus.ACTIVE);
        tell(endpoint, ids.next(), 3);
        due.claimFirst(endpoint, "one", Duration.ofSeconds(-1), 2);
        assertThat(due.claimRetries(endpoint, NOW, "two", LEASE, 10)).isEmpty();

        assertThat(due.releaseExpired()).isEqualTo(2);

        assertThat(due.claimRetries(endpoint, NOW, "two", LEASE, 10)).hasSize(2);
        assertThat(due.claimFirst(endpoint, "two", LEASE, 10)).hasSize(1);
    }

    @Test
    void aConversationWaitsForItsFirstEventAndOthersDoNot() {
        var endpoint = endpoint(true, List.of("*"), null, WebhookStatus.ACTIVE);
        tell(endpoint, ids.next(), 3);
        tell(endpoint, ids.next(), 3);

        var first = due.claimFirst(endpoint, "one", LEASE, 10);
        assertThat(first).as("one of each conversation").hasSize(2);
        assertThat(due.claimFirst(endpoint, "one", LEASE, 10)).isEmpty();

        // One arrives, the other fails and waits for its time: only the first conversation goes on.
        due.remove(List.of(first.get(0).deliveryId()));
        due.again("one", List.of(new DueTable.Again(first.get(1).deliveryId(), 1, NOW.plusSeconds(60))));
        assertThat(due.claimFirst(endpoint, "one", LEASE, 10)).hasSize(1);
        assertThat(due.claimRetries(endpoint, NOW, "one", LEASE, 10)).isEmpty();
        assertThat(due.claimRetries(endpoint, NOW.plusSeconds(60), "one", LEASE, 10))
                .hasSize(1);
    }

    @Test
    void anOutcomeOfAClaimThatWasLostChangesNothing() {
        var endpoint = endpoint(false, List.of("*"), null, WebhookStatus.ACTIVE);
        tell(endpoint, ids.next(), 1);
        var lost = due.claimFirst(endpoint, "one", Duration.ofSeconds(-1), 1).get(0);
        due.releaseExpired();
        var taken = due.claimRetries(endpoint, NOW, "two", LEASE, 1).get(0);

        due.again("one", List.of(new DueTable.Again(lost.deliveryId(), lost.attempt(), NOW)));

        assertThat(database.text("select node from msg_delivery_due")).isEqualTo("two");
        assertThat(taken.attempt()).isEqualTo(2);
    }

    @Test
    void theSweeperFindsWhatIsDueAndNothingThatRests() {
        var endpoint = endpoint(false, List.of("*"), null, WebhookStatus.ACTIVE);
        assertThat(due.due(NOW, "one")).isEmpty();
        tell(endpoint, ids.next(), 1);
        assertThat(due.due(NOW, "one")).containsExactly(endpoint.id());

        var health = EndpointHealth.GOOD;
        for (int i = 0; i < 20; i++) {
            health = health.afterFailure(NOW, Breaker.usual(Duration.ofMinutes(1)));
        }
        healths.save(endpoint.id(), health, null);
        assertThat(due.due(NOW, "one")).as("rests").isEmpty();
        assertThat(due.due(NOW.plusSeconds(61), "one")).containsExactly(endpoint.id());
        assertThat(healths.take(endpoint.id(), "one", LEASE)).contains(health);
        assertThat(due.due(NOW.plusSeconds(61), "two"))
                .as("another node has it")
                .isEmpty();
    }

    private Endpoint endpoint(boolean ordered, List<String> events, List<UUID> numbers, WebhookStatus status) {
        var endpoint = new SampleEndpoint()
                .wanting(events, numbers)
                .ordered(ordered)
                .status(status)
                .of(ids.next(), workspace, NOW);
        endpoints.save(endpoint);
        assertThat(endpoints.byId(endpoint.id())).contains(endpoint);
        return endpoint;
    }

    private void tell(Endpoint endpoint, UUID conversation, int count) {
        var deliveries = new ArrayList<NewDelivery>();
        for (int i = 0; i < count; i++) {
            var event = new LoggedEvent(ids.next(), ++seq, workspace, "message.read", null, conversation);
            deliveries.add(new NewDelivery(ids.next(), endpoint, event, false));
        }
        fanOut.deliver(deliveries, NOW);
    }

    private int waiting(Endpoint endpoint) {
        return Integer.parseInt(
                database.text("select count(*) from msg_delivery_due where webhook_id = '" + endpoint.id() + "'"));
    }
}
