package org.chasqui.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chasqui.messaging.retention.Perishable.Batch;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.junit.jupiter.api.Test;

class OldWebhooksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));
    private static final Instant OLD = BEFORE.minusSeconds(1);

    private final MessagingDatabase database = new MessagingDatabase();
    private final OldWebhooks old = new OldWebhooks();

    OldWebhooksTest() {
        old.jdbc = database.jdbc();
    }

    @Test
    void oldBodiesGoWithTheNotesOnThem() {
        webhook(1, OLD);
        database.execute("insert into msg_webhook_poison values (1, now(), 'no JSON')");
        webhook(2, BEFORE);

        assertThat(old.removeNext(BEFORE, "")).isEqualTo(new Batch(1, Optional.empty()));

        assertThat(database.text("select string_agg(id::text, ',') from msg_webhook_raw"))
                .isEqualTo("2");
        assertThat(database.text("select count(*) from msg_webhook_poison")).isEqualTo("0");
    }

    @Test
    void whatIsNotMergedYetStays() {
        webhook(1, OLD);
        database.execute("insert into msg_webhook_inbox values (1)");

        assertThat(old.removeNext(BEFORE, "").removed()).isZero();
        assertThat(database.text("select count(*) from msg_webhook_raw")).isEqualTo("1");
    }

    @Test
    void goesOnUntilNothingOldIsLeftAndNoFurther() {
        database.execute("insert into msg_webhook_raw (id, received_at, body) overriding system value"
                + " select n, case when n <= 1200 then timestamptz '" + OLD + "' else '" + NOW + "' end, ''"
                + " from generate_series(1, 5000) as n");

        var first = old.removeNext(BEFORE, "");
        var second = old.removeNext(BEFORE, first.next().orElseThrow());
        var third = old.removeNext(BEFORE, second.next().orElseThrow());

        assertThat(first.removed() + second.removed()).isEqualTo(1_200);
        assertThat(third).as("no look at the young ones").isEqualTo(Batch.NONE);
        assertThat(database.text("select count(*) from msg_webhook_raw")).isEqualTo("3800");
    }

    private void webhook(long id, Instant receivedAt) {
        database.execute("insert into msg_webhook_raw (id, received_at, body) overriding system value values (" + id
                + ", '" + receivedAt + "', '{}')");
    }
}
