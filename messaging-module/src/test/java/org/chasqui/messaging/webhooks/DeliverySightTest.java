package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.events.Events;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.messaging.webhooks.DeliverySearch.Sight;
import org.chasqui.platform.ids.Ids;
import org.junit.jupiter.api.Test;

/** Whoever looks at a delivery sees what was posted. */
class DeliverySightTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private final MessagingDatabase database = new MessagingDatabase();
    private final Ids ids = new Ids(CLOCK);
    private final UUID workspace = ids.next();
    private final EndpointStore endpoints = new EndpointStore();
    private final List<String> posted = new ArrayList<>();
    private final DeliverySearch search = new DeliverySearch();
    private boolean isEventKept = true;

    DeliverySightTest() {
        endpoints.jdbc = database.jdbc();
        search.jdbc = database.jdbc();
        search.deliveries = new DeliveryRows();
        search.deliveries.jdbc = database.jdbc();
        search.endpoints = endpoints;
        search.events = new Events() {
            @Override
            public Map<UUID, EventView> byIds(List<UUID> wanted) {
                return isEventKept ? Map.of(wanted.get(0), event(wanted.get(0))) : Map.of();
            }
        };
    }

    private EventView event(UUID id) {
        return new EventView(id, "message.read", CLOCK.instant(), workspace, "106540352242922", "{\"to\":\"+1\"}");
    }

    @Test
    void whatIsShownIsWhatIsPostedByteForByte() {
        for (var format : List.of("theirs", Wording.OWN.format())) {
            var endpoint = endpoint(format, new BodiesTest.Format(null, "{\"statuses\":[\"é\"]}"));
            var delivery = delivery(endpoint);

            post(endpoint, delivery);
            var seen = search.find(workspace, endpoint.id(), delivery).orElseThrow();

            assertThat(seen.sight()).isEqualTo(Sight.WORDED);
            assertThat(posted).last().isEqualTo(seen.body());
        }
    }

    @Test
    void whatIsNotPostedIsNotShownInOtherWords() {
        var endpoint = endpoint("theirs", new BodiesTest.Format("a test", null));
        var delivery = delivery(endpoint);

        var settled = post(endpoint, delivery);
        var seen = search.find(workspace, endpoint.id(), delivery).orElseThrow();

        assertThat(posted).isEmpty();
        assertThat(settled.outcome().isOfACall()).isFalse();
        assertThat(seen.sight()).isEqualTo(Sight.UNSAID);
        assertThat(seen.body()).isEmpty();
    }

    @Test
    void whatCannotBeShownSaysWhy() {
        var endpoint = endpoint("theirs", new WebhookFormat() {
            @Override
            public String name() {
                return "theirs";
            }

            @Override
            public Optional<byte[]> body(UUID webhookId, EventView event) {
                throw new IllegalStateException("the database is away");
            }
        });
        var delivery = delivery(endpoint);

        assertThat(sight(endpoint, delivery)).isEqualTo(Sight.BROKEN);
        isEventKept = false;
        assertThat(sight(endpoint, delivery)).isEqualTo(Sight.GONE);
        assertThat(search.find(ids.next(), endpoint.id(), delivery))
                .as("of another workspace")
                .isEmpty();
    }

    private Sight sight(Endpoint endpoint, UUID delivery) {
        return search.find(workspace, endpoint.id(), delivery).orElseThrow().sight();
    }

    private Endpoint endpoint(String format, WebhookFormat known) {
        search.bodies = BodiesTest.knowing(known);
        var endpoint = BodiesTest.endpoint(ids.next(), workspace, format);
        endpoints.save(endpoint);
        return endpoint;
    }

    private UUID delivery(Endpoint endpoint) {
        var id = ids.next();
        database.execute("insert into msg_delivery (id, webhook_id, workspace_id, event_id, event_type, created_at)"
                + " values ('" + id + "', '" + endpoint.id() + "', '" + workspace + "', '" + ids.next()
                + "', 'message.read', '" + CLOCK.instant() + "')");
        return id;
    }

    private Settlement post(Endpoint endpoint, UUID delivery) {
        var sending = new Sending();
        sending.bodies = search.bodies;
        sending.clock = CLOCK;
        sending.vault = new Vault() {
            @Override
            List<String> secrets(Endpoint of, Instant now) {
                return List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
            }
        };
        sending.inspector = new Inspector() {
            @Override
            public void keep(UUID workspaceId, Map<String, String> headers, String body) {
                posted.add(body);
            }
        };
        var event = search.find(workspace, endpoint.id(), delivery)
                .orElseThrow()
                .delivery()
                .eventId();
        return sending.post(endpoint, new Claim(delivery, event(event), 1, false, 0));
    }
}
