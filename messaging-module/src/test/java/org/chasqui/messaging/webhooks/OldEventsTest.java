package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.retention.Perishable.Batch;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.ids.Ids;
import org.junit.jupiter.api.Test;

class OldEventsTest {
    private static final int DELIVERED = 1;
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));
    private static final Instant OLD = BEFORE.minus(Duration.ofDays(1));

    private final MessagingDatabase database = new MessagingDatabase();
    private final OldEvents old = new OldEvents();

    OldEventsTest() {
        old.jdbc = database.jdbc();
    }

    @Test
    void anOldEventGoesWithItsDeliveriesAndTheirAttempts() {
        var gone = event(OLD, OLD);
        delivery(gone, OLD, DELIVERED);
        delivery(gone, OLD, 2);
        var stays = event(NOW, NOW);
        delivery(stays, NOW, DELIVERED);

        var batch = old.removeNext(BEFORE, "");

        assertThat(batch).isEqualTo(new Batch(1, Optional.empty()));
        assertThat(count("msg_event")).isEqualTo(1);
        assertThat(count("msg_delivery")).isEqualTo(1);
        assertThat(count("msg_delivery_attempt")).isEqualTo(1);
        assertThat(database.text("select id from msg_event")).isEqualTo(stays.toString());
    }

    @Test
    void whatIsNotDeliveredStaysHoweverOldItIs() {
        var event = event(OLD, OLD);
        delivery(event, OLD, DELIVERED);
        delivery(event, OLD, 0);

        assertThat(old.removeNext(BEFORE, "").removed()).isZero();
        assertThat(count("msg_delivery")).isEqualTo(2);
    }

    @Test
    void whatWasReplayedLatelyStaysWithItsEvent() {
        delivery(event(OLD, OLD), NOW, DELIVERED);

        assertThat(old.removeNext(BEFORE, "").removed()).isZero();
        assertThat(count("msg_event")).isEqualTo(1);
    }

    @Test
    void aYoungEventOfAnOldMessageStays() {
        event(OLD, NOW);

        assertThat(old.removeNext(BEFORE, "").removed()).isZero();
        assertThat(count("msg_event")).isEqualTo(1);
    }

    @Test
    void whatStaysDoesNotHoldUpWhatIsBehindIt() {
        // More than one window of events that have to stay, and one behind them that may go.
        database.execute("insert into msg_event (id, workspace_id, type, created_at, data)"
                + " select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, gen_random_uuid(),"
                + " 'message.read', now() + interval '10 years', '{}' from generate_series(1, 1500) as n");
        event(OLD, OLD);

        var first = old.removeNext(BEFORE, "");
        var second = old.removeNext(BEFORE, first.next().orElseThrow());

        assertThat(first.removed()).isZero();
        assertThat(second).isEqualTo(new Batch(1, Optional.empty()));
    }

    @Test
    void oneNodeAtATimeRemoves() throws Exception {
        event(OLD, OLD);
        try (var other = database.connection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('msg_retention'))");

            assertThat(old.removeNext(BEFORE, "")).isEqualTo(Batch.NONE);
        }
        assertThat(old.removeNext(BEFORE, "").removed()).isEqualTo(1);
    }

    private UUID event(Instant ofMessage, Instant createdAt) {
        var id = ids(ofMessage).next();
        database.execute("insert into msg_event (id, workspace_id, type, created_at, data) values ('" + id
                + "', gen_random_uuid(), 'message.read', '" + createdAt + "', '{}')");
        return id;
    }

    private void delivery(UUID event, Instant createdAt, int status) {
        var id = ids(createdAt).next();
        database.execute("insert into msg_delivery (id, webhook_id, workspace_id, event_id, event_type, status,"
                + " created_at) values ('" + id + "', gen_random_uuid(), gen_random_uuid(), '" + event
                + "', 'message.read', " + status + ", '" + createdAt + "')");
        database.execute("insert into msg_delivery_attempt (delivery_id, number, at, node, duration_ms,"
                + " request_headers) values ('" + id + "', 1, '" + createdAt + "', 'one', 1, '{}')");
    }

    private static Ids ids(Instant at) {
        return new Ids(Clock.fixed(at, ZoneOffset.UTC));
    }

    private int count(String table) {
        return Integer.parseInt(database.text("select count(*) from " + table));
    }
}
