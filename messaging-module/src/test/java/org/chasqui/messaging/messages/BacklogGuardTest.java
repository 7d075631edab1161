package org.chasqui.messaging.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.ledger.Backlogs;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;

class BacklogGuardTest {
    private static final UUID NUMBER = UUID.fromString("0193d000-0000-7000-8000-0000000000aa");
    private static final int PER_SECOND = 80;
    private static final long FOUR_HOURS = PER_SECOND * 4 * 3_600L;
    private static final long TOO_MANY = FOUR_HOURS + PER_SECOND;
    private static final SenderNumber SENDER = new SenderNumber(
            NUMBER, NUMBER, NUMBER, "1", "2", "+55 11 95550-0167", null, "GREEN", null, "STANDARD", PER_SECOND, "");

    private final BacklogGuard guard = new BacklogGuard();

    @Test
    void whatCanBeSentInFourHoursIsAccepted() {
        guard.update(List.of(new Backlogs.Backlog(NUMBER, Lane.UTILITY, FOUR_HOURS, 0)));

        assertThatCode(() -> guard.check(SENDER, Lane.UTILITY)).doesNotThrowAnyException();
    }

    @Test
    void whatIsMoreIsRefusedUntilItCanBe() {
        guard.update(List.of(new Backlogs.Backlog(NUMBER, Lane.UTILITY, FOUR_HOURS + 60 * PER_SECOND, 0)));

        assertThatThrownBy(() -> guard.check(SENDER, Lane.UTILITY))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void anotherNumberIsNotHeldUp() {
        guard.update(List.of(new Backlogs.Backlog(new UUID(2, 2), Lane.UTILITY, Long.MAX_VALUE, 0)));

        assertThatCode(() -> guard.check(SENDER, Lane.UTILITY)).doesNotThrowAnyException();
    }

    @Test
    void aBacklogOfMarketingRefusesMarketingAndNothingMoreUrgent() {
        guard.update(List.of(new Backlogs.Backlog(NUMBER, Lane.MARKETING, TOO_MANY, 0)));

        assertThatThrownBy(() -> guard.check(SENDER, Lane.MARKETING))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused -> assertThat(refused.code()).isEqualTo(FailureCode.BACKLOG_FULL));
        assertThatCode(() -> guard.check(SENDER, Lane.UTILITY)).doesNotThrowAnyException();
        assertThatCode(() -> guard.check(SENDER, Lane.AUTHENTICATION)).doesNotThrowAnyException();
    }

    @Test
    void nobodyIsWrittenMoreThanHeMayGet() {
        var database = new MessagingDatabase();
        guard.backlogs = database.backlogs();
        database.execute("insert into msg_queue (message_id, number_id, lane, peer, state, next_at)"
                + " select gen_random_uuid(), '" + NUMBER
                + "', 1, '5511955501234', 0, now() from generate_series(1, 2400)");
        for (int i = 0; i < 100; i++) {
            guard.check(SENDER, Lane.UTILITY, "5511955501234");
            guard.check(SENDER, Lane.UTILITY, "5511955509999");
        }

        assertThatThrownBy(() -> guard.check(SENDER, Lane.UTILITY, "5511955501234"))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("2400 messages to this person");
        assertThatCode(() -> guard.check(SENDER, Lane.UTILITY, "5511955509999")).doesNotThrowAnyException();
    }

    @Test
    void whatIsMoreUrgentCountsForWhatIsLess() {
        guard.update(List.of(
                new Backlogs.Backlog(NUMBER, Lane.UTILITY, TOO_MANY / 2, 1),
                new Backlogs.Backlog(NUMBER, Lane.MARKETING, TOO_MANY / 2 + 1, 2)));

        assertThatThrownBy(() -> guard.check(SENDER, Lane.MARKETING)).isInstanceOf(RequestFailed.class);
        assertThat(guard.of(NUMBER)).isEqualTo(new BacklogGuard.Total(TOO_MANY + 1, 3));
    }
}
