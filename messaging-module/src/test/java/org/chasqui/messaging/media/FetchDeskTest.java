package org.chasqui.messaging.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.junit.jupiter.api.Test;

/** A file that could not be had at once is asked for again until Meta's id ends; its message waits for nothing. */
class FetchDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID FILE = new UUID(1, 1);

    private final MessagingDatabase database = new MessagingDatabase();
    private final FetchDesk desk = new FetchDesk();

    FetchDeskTest() {
        desk.jdbc = database.jdbc();
        at(Duration.ZERO);
        database.execute("insert into msg_media (id, workspace_id, origin, state, mime, created_at) values ('" + FILE
                + "', gen_random_uuid(), 1, 1, 'image/jpeg', '" + NOW + "')");
        database.execute("insert into msg_media_fetch (asset_id, number_id, meta_id, next_at, give_up_at) values ('"
                + FILE + "', gen_random_uuid(), '17', '" + NOW + "', '" + NOW.plus(Duration.ofDays(7)) + "')");
    }

    @Test
    void whatFailedIsTriedAgainAfterGrowingPausesForAWeek() {
        var time = Duration.ZERO;
        int tries = 0;
        while (true) {
            at(time);
            var job = desk.claim().orElseThrow();
            assertThat(job.attempt()).isEqualTo(++tries);
            if (desk.isLastTry(job)) {
                break;
            }
            desk.later(job, "503");
            assertThat(desk.claim()).as("not at once").isEmpty();
            time = time.plus(FetchDesk.pause(tries));
        }

        assertThat(time).isBetween(Duration.ofDays(7).minusHours(1), Duration.ofDays(7));
        assertThat(tries).isGreaterThan(150);
        assertThat(database.text("select last_error from msg_media_fetch")).isEqualTo("503");
    }

    @Test
    void whatADeadNodeHadTakenIsFreeAfterAWhile() {
        desk.claim();
        assertThat(desk.claim()).isEmpty();

        at(Duration.ofMinutes(10));

        assertThat(desk.claim()).isPresent();
    }

    @Test
    void whatIsGivenUpIsNotAskedForAgain() {
        desk.givenUp(desk.claim().orElseThrow(), MediaState.FAILED);

        at(Duration.ofDays(1));
        assertThat(desk.claim()).isEmpty();
        assertThat(database.text("select state from msg_media")).isEqualTo("2");
    }

    private void at(Duration later) {
        desk.clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
    }
}
