package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.testing.Fired;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final int TOO_MANY = 20_001;

    private final MessagingDatabase database = new MessagingDatabase();
    private final Ids ids = new Ids(CLOCK);
    private final EndpointStore endpoints = new EndpointStore();
    private final Replays replays = new Replays();
    private final UUID workspace = ids.next();
    private final UUID number = ids.next();

    ReplayTest() {
        endpoints.jdbc = database.jdbc();
        var fanOut = new FanOut();
        fanOut.jdbc = database.jdbc();
        fanOut.endpoints = endpoints;
        fanOut.due = new Fired<>();
        fanOut.ids = ids;
        replays.jdbc = database.jdbc();
        replays.endpoints = endpoints;
        replays.fanOut = fanOut;
        replays.ids = ids;
        replays.clock = CLOCK;
    }

    @Test
    void whatAnEndpointDoesNotWantDoesNotCrowdOutWhatItWants() {
        var endpoint = endpoint(List.of("message.failed", "contact.*"), List.of(number));
        events(TOO_MANY, "message.read", number);
        events(2, "message.failed", ids.next());
        events(3, "message.failed", number);
        events(4, "contact.opt_out", number);

        assertThat(replay(endpoint, ofTime(List.of()))).isEqualTo(7);
        assertThat(replay(endpoint, ofTime(List.of("message.*")))).isEqualTo(3);
        assertThat(replay(endpoint, ofTime(List.of("message.read")))).isZero();
    }

    @Test
    void whatIsTooMuchAtOnceIsRefusedAndNotCut() {
        var endpoint = endpoint(List.of("*"), null);
        events(TOO_MANY, "message.read", number);

        assertThatThrownBy(() -> replay(endpoint, ofTime(List.of())))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("20000");
        assertThat(database.text("select count(*) from msg_delivery")).isEqualTo("0");
    }

    @Test
    void onlyWhatIsStillDeadIsReplayedAsDead() {
        var endpoint = endpoint(List.of("*"), null);
        events(3, "message.read", number);
        replay(endpoint, ofTime(List.of()));
        database.execute("update msg_delivery set status = 2");
        database.execute(
                "insert into msg_delivery (id, webhook_id, workspace_id, event_id, event_type, status, created_at)"
                        + " select '" + ids.next() + "', webhook_id, workspace_id, event_id, event_type, 1, created_at"
                        + " from msg_delivery limit 1");

        var since = NOW.minus(Duration.ofDays(1));
        assertThat(replay(endpoint, new ReplayWish(null, "dead", List.of("contact.*"), since, null)))
                .isZero();
        assertThat(replay(endpoint, new ReplayWish(null, "dead", List.of("message.*"), since, null)))
                .isEqualTo(2);
        assertThat(replay(endpoint, new ReplayWish(null, "dead", List.of(), null, null)))
                .as("they are on their way")
                .isZero();
    }

    @Test
    void oneDeliveryIsPostedAgainAndSaysSo() {
        var endpoint = endpoint(List.of("*"), null);
        events(2, "message.read", number);
        replay(endpoint, ofTime(List.of()));
        var one = UUID.fromString(database.text("select id from msg_delivery limit 1"));

        assertThat(replay(endpoint, new ReplayWish(one, null, List.of(), null, null)))
                .isEqualTo(1);

        assertThat(database.text("select count(*) from msg_delivery a join msg_delivery b on b.event_id = a.event_id"
                        + " where a.id = '" + one + "' and b.is_replay"))
                .isEqualTo("2");
        assertThatThrownBy(() -> replay(endpoint, new ReplayWish(ids.next(), null, List.of(), null, null)))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("delivery");
    }

    private int replay(Endpoint endpoint, ReplayWish wish) {
        return replays.begin(workspace, endpoint.id(), wish);
    }

    private static ReplayWish ofTime(List<String> types) {
        return new ReplayWish(null, null, types, NOW.minus(Duration.ofHours(1)), null);
    }

    private void events(int count, String type, UUID ofNumber) {
        database.execute("insert into msg_event (id, workspace_id, type, number_id, created_at, data) select"
                + " gen_random_uuid(), '" + workspace + "', '" + type + "', '" + ofNumber + "', '"
                + NOW.minusSeconds(60) + "', '{}' from generate_series(1, " + count + ")");
    }

    private Endpoint endpoint(List<String> events, List<UUID> numbers) {
        var endpoint = new SampleEndpoint().wanting(events, numbers).of(ids.next(), workspace, NOW);
        endpoints.save(endpoint);
        return endpoint;
    }
}
