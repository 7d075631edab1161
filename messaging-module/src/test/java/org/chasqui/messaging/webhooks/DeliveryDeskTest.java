package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.messaging.dispatch.NodeIdentity;
import org.chasqui.messaging.events.EventLog;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.events.Events;
import org.chasqui.messaging.events.NewEvent;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.testing.Fired;
import org.chasqui.platform.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** Turns of an endpoint against a database, with the calls played by the test. */
class DeliveryDeskTest {
    private static final int CALLS = 4;

    private final MessagingDatabase database = new MessagingDatabase();
    private final SettableClock clock = new SettableClock();
    private final Ids ids = new Ids(clock);
    private final UUID workspace = ids.next();
    private final List<String> told = new ArrayList<>();
    private final EndpointStore endpoints = new EndpointStore();
    private final FairTurns turns = new FairTurns();
    private final DeliveryDesk desk = desk("one");

    private DeliveryDesk desk(String node) {
        var made = new DeliveryDesk();
        endpoints.jdbc = database.jdbc();
        made.endpoints = endpoints;
        made.healths = new HealthStore();
        made.healths.jdbc = database.jdbc();
        made.due = new DueTable();
        made.due.jdbc = database.jdbc();
        made.log = new DeliveryLog();
        made.log.jdbc = database.jdbc();
        made.events = new Events() {
            @Override
            public Map<UUID, EventView> byIds(List<UUID> wanted) {
                return wanted.stream()
                        .collect(Collectors.toMap(
                                id -> id,
                                id -> new EventView(id, "message.read", clock.instant(), workspace, null, "{}")));
            }
        };
        made.eventLog = new EventLog() {
            @Override
            public void record(List<NewEvent> events) {
                events.forEach(event -> told.add(event.type()));
            }
        };
        made.node = new NodeIdentity() {
            @Override
            public String name() {
                return node;
            }
        };
        made.config = new WebhookConfig();
        made.config.firstRetry = "PT5S";
        made.config.firstPause = "PT1M";
        made.breakers = new Breakers() {
            @Override
            Breaker of(Endpoint endpoint) {
                return Breaker.usual(made.config.firstPause());
            }
        };
        made.outcomes = new Fired<>();
        made.clock = clock;
        return made;
    }

    @Test
    void firstAttemptsAreNotStarvedByAThousandRetries() {
        var endpoint = endpoint(false);
        tell(endpoint, 300, false);
        database.execute("update msg_delivery_due set attempt = 1, next_at = '" + clock.instant() + "'");
        tell(endpoint, 300, false);

        var taken = turn(endpoint, List.of(), 64).claims();

        assertThat(taken).hasSize(64);
        assertThat(taken).filteredOn(claim -> claim.attempt() == 1).hasSize(48);
        assertThat(taken).filteredOn(claim -> claim.attempt() == 2).hasSize(16);
    }

    @Test
    void aConversationArrivesInItsOrderHoweverOftenItFails() {
        var endpoint = endpoint(true);
        tell(endpoint, 5, true);
        tell(endpoint, 5, true);
        var arrived = new ArrayList<UUID>();
        var ended = List.<Settlement>of();
        int call = 0;
        while (arrived.size() < 10) {
            var claims = turn(endpoint, ended, 32).claims();
            assertThat(claims).as("one of each conversation").hasSizeLessThanOrEqualTo(2);
            var settled = new ArrayList<Settlement>();
            for (var claim : claims) {
                boolean fails = ++call % 3 == 0;
                settled.add(settlement(claim, fails ? 500 : 200));
                if (!fails) {
                    arrived.add(claim.event().id());
                }
            }
            ended = settled;
            clock.advance(Duration.ofSeconds(10));
        }

        var wanted = database.text("select string_agg(id::text, ',' order by conversation_id, seq) from msg_event");
        assertThat(inOrderOfConversations(arrived)).isEqualTo(wanted);
    }

    @Test
    void aFailureIsTriedAgainWithTheSameIdAfterItsPauseAndNoted() {
        var endpoint = endpoint(false);
        tell(endpoint, 1, false);
        var first = turn(endpoint, List.of(), 8).claims().get(0);

        assertThat(turn(endpoint, List.of(settlement(first, 503)), 8).claims()).isEmpty();
        clock.advance(Duration.ofSeconds(8));
        var second = turn(endpoint, List.of(), 8).claims().get(0);

        assertThat(second.event().id()).isEqualTo(first.event().id());
        assertThat(second.deliveryId()).isEqualTo(first.deliveryId());
        assertThat(second.attempt()).isEqualTo(2);
        turn(endpoint, List.of(settlement(second, 204)), 8);
        assertThat(database.text("select string_agg(http_status::text, ',' order by number) from msg_delivery_attempt"))
                .isEqualTo("503,204");
        assertThat(database.text("select status || ' ' || attempts from msg_delivery"))
                .isEqualTo("1 2");
        assertThat(database.text("select count(*) from msg_delivery_due")).isEqualTo("0");
    }

    @Test
    void whatWasNotBegunCostsNoAttempt() {
        var endpoint = endpoint(false);
        tell(endpoint, 1, false);
        var claim = turn(endpoint, List.of(), 8).claims();

        desk.turn(endpoint.id(), new DeliveryDesk.Report(List.of(), claim), new DeliveryDesk.Wish(0, CALLS, 0), turns);

        assertThat(turn(endpoint, List.of(), 8).claims()).singleElement().matches(again -> again.attempt() == 1);
    }

    @Test
    void anEndpointThatRestsGetsOneProbeAfterIt() {
        var endpoint = endpoint(false);
        tell(endpoint, 40, false);
        var failed = turn(endpoint, List.of(), 20).claims().stream()
                .map(claim -> settlement(claim, 500))
                .toList();

        var resting = turn(endpoint, failed, 20);
        assertThat(resting.places()).isZero();
        assertThat(resting.rest()).isEqualTo(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        var probing = turn(endpoint, List.of(), 20);
        assertThat(probing.places()).isEqualTo(1);
        assertThat(probing.claims()).hasSize(1);

        var well = turn(endpoint, List.of(settlement(probing.claims().get(0), 200)), 20);
        assertThat(well.places()).isEqualTo(CALLS);
        assertThat(well.claims()).hasSize(20);
    }

    @Test
    void whoIsGoneIsDisabledAtOnceAndWhoFailsForDaysIsToldOfBefore() {
        var gone = endpoint(false);
        tell(gone, 3, false);
        var claims = turn(gone, List.of(), 2).claims();
        turn(gone, List.of(settlement(claims.get(0), 410)), 1);
        turn(gone, List.of(settlement(claims.get(1), 410)), 1);
        assertThat(endpoints.byId(gone.id()).orElseThrow().status()).isEqualTo(WebhookStatus.DISABLED);
        assertThat(told).as("once").containsExactly("webhook.disabled");
        assertThat(database.text("select count(*) from msg_delivery_due"))
                .as("what waits stays")
                .isEqualTo("1");

        var failing = endpoint(false);
        for (int hour = 0; hour <= 73; hour++) {
            tell(failing, 1, false);
            var taken = turn(failing, List.of(), 1).claims();
            turn(failing, taken.stream().map(one -> settlement(one, 500)).toList(), 0);
            clock.advance(Duration.ofHours(1));
        }
        assertThat(endpoints.byId(failing.id()).orElseThrow().status()).isEqualTo(WebhookStatus.DISABLED);
        assertThat(told).containsExactly("webhook.disabled", "webhook.failing", "webhook.failing", "webhook.disabled");
    }

    @Test
    void whatAnEndpointHasNoWordsForSaysNothingOfItsHealth() {
        var endpoint = endpoint(false);
        tell(endpoint, 60, false);
        var settled = new ArrayList<Settlement>();
        turn(endpoint, List.of(), 40).claims().forEach(claim -> {
            boolean isCalled = settled.size() % 2 == 0;
            settled.add(isCalled ? settlement(claim, 500) : unsaid(claim));
        });

        var resting = turn(endpoint, settled, 20);

        assertThat(resting.places()).as("20 calls in a row have failed").isZero();
        assertThat(database.text("select last_success_at from msg_webhook_health"))
                .isNull();
        assertThat(database.text("select count(*) from msg_delivery where status = 1"))
                .as("they are done with")
                .isEqualTo("20");
        assertThat(hourly(endpoint)).isEqualTo(new WebhookFigures.Hour(20, 0));
    }

    private WebhookFigures.Hour hourly(Endpoint endpoint) {
        var figures = new WebhookFigures();
        figures.jdbc = database.jdbc();
        figures.clock = clock;
        var hours = figures.count(List.of(endpoint.id())).of(endpoint.id()).hours();
        return hours.get(hours.size() - 1);
    }

    @Test
    void whoHasLostAnEndpointWritesItsOutcomesAndTakesNothingMore() {
        var endpoint = endpoint(false);
        tell(endpoint, 10, false);
        var claims = turn(endpoint, List.of(), 5).claims();
        database.execute("update msg_webhook_health set node = 'two', lease_until = now() + interval '1 minute'");

        var turn =
                turn(endpoint, claims.stream().map(one -> settlement(one, 200)).toList(), 5);

        assertThat(turn.endpoint()).isNull();
        assertThat(turn.claims()).isEmpty();
        assertThat(database.text("select count(*) from msg_delivery where status = 1"))
                .isEqualTo("5");
        assertThat(desk("two")
                        .turn(
                                endpoint.id(),
                                new DeliveryDesk.Report(List.of(), List.of()),
                                new DeliveryDesk.Wish(0, CALLS, 8),
                                new FairTurns())
                        .claims())
                .hasSize(5);
    }

    @Test
    void a410ToACallFromBeforeTheEndpointWasResumedLeavesItAlone() {
        var endpoint = endpoint(false);
        tell(endpoint, 3, false);
        var claims = turn(endpoint, List.of(), 3).claims();
        var first = settlement(claims.get(0), 410);
        var second = settlement(claims.get(1), 410);
        turn(endpoint, List.of(first), 0);
        assertThat(endpoints.byId(endpoint.id()).orElseThrow().status()).isEqualTo(WebhookStatus.DISABLED);

        clock.advance(Duration.ofSeconds(1));
        endpoints.setStatus(endpoint.id(), WebhookStatus.ACTIVE, null, clock.instant());
        turn(endpoint, List.of(second), 0);

        assertThat(endpoints.byId(endpoint.id()).orElseThrow().status()).isEqualTo(WebhookStatus.ACTIVE);
        turn(endpoint, List.of(settlement(claims.get(2), 410)), 0);
        assertThat(endpoints.byId(endpoint.id()).orElseThrow().status()).isEqualTo(WebhookStatus.DISABLED);
    }

    @Test
    void aNodeThatComesBackHasItsClaimsFreeAtOnce() {
        var endpoint = endpoint(false);
        tell(endpoint, 3, false);
        turn(endpoint, List.of(), 3);

        desk.begin();

        assertThat(desk.due()).containsExactly(endpoint.id());
        assertThat(turn(endpoint, List.of(), 3).claims())
                .as("what was on its way may have arrived: that was an attempt")
                .hasSize(3)
                .allMatch(claim -> claim.attempt() == 2);
    }

    private DeliveryDesk.Turn turn(Endpoint endpoint, List<Settlement> settled, int more) {
        return desk.turn(
                endpoint.id(),
                new DeliveryDesk.Report(settled, List.of()),
                new DeliveryDesk.Wish(0, CALLS, more),
                turns);
    }

    private Settlement settlement(Claim claim, int status) {
        var now = clock.instant();
        return new Settlement(claim, Outcome.of(status, null, now), now, 3, status, null, Map.of(), "");
    }

    private Settlement unsaid(Claim claim) {
        return new Settlement(claim, Outcome.unsaid(), clock.instant(), 1, null, null, Map.of(), "not posted");
    }

    private String inOrderOfConversations(List<UUID> arrived) {
        var byConversation = arrived.stream()
                .collect(Collectors.groupingBy(
                        id -> database.text("select conversation_id from msg_event where id = '" + id + "'")));
        return byConversation.keySet().stream()
                .sorted()
                .flatMap(conversation -> byConversation.get(conversation).stream())
                .map(UUID::toString)
                .collect(Collectors.joining(","));
    }

    /** Events of one conversation, or of none. */
    private void tell(Endpoint endpoint, int count, boolean isConversation) {
        var conversation = isConversation ? "'" + ids.next() + "'" : "null";
        var before = database.text("select coalesce(max(seq), 0) from msg_event");
        database.execute("insert into msg_event (id, workspace_id, type, conversation_id, created_at, data) select"
                + " gen_random_uuid(), '" + workspace + "', 'message.read', " + conversation + ", '" + clock.instant()
                + "', '{}' from generate_series(1, " + count + ")");
        database.execute("insert into msg_delivery (id, webhook_id, workspace_id, event_id, event_type, created_at)"
                // Ids rise with time: these are of no day before today.
                + " select overlay(gen_random_uuid()::text placing 'f' from 1)::uuid, '" + endpoint.id()
                + "', workspace_id, id, type, created_at"
                + " from msg_event where seq > " + before);
        database.execute(
                "insert into msg_delivery_due (delivery_id, webhook_id, event_id, event_seq, order_key, next_at)"
                        + " select d.id, d.webhook_id, e.id, e.seq,"
                        + " coalesce(e.conversation_id, '00000000-0000-0000-0000-000000000000'), d.created_at"
                        + " from msg_delivery d join msg_event e on e.id = d.event_id where e.seq > "
                        + before);
    }

    private Endpoint endpoint(boolean ordered) {
        var made = new SampleEndpoint().ordered(ordered).of(ids.next(), workspace, clock.instant());
        endpoints.save(made);
        return made;
    }
}
