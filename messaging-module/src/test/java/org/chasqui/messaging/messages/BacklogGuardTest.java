package org.chasqui.messaging.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;

class BacklogGuardTest {
    private static final UUID ID = new UUID(1, 1);
    private static final SenderNumber NUMBER =
            new SenderNumber(ID, ID, ID, "1", "2", "+1 555-010-0001", null, "GREEN", null, "STANDARD", 80, "CONNECTED");
    private static final int FOUR_HOURS = 4 * 3_600 * 80;

    private final BacklogGuard guard = new BacklogGuard();

    @Test
    void whatCanBeSentInFourHoursIsAccepted() {
        guard.update(List.of(new Queue.Backlog(ID, FOUR_HOURS, 0)));

        assertThatCode(() -> guard.check(NUMBER)).doesNotThrowAnyException();
    }

    @Test
    void whatIsMoreIsRefusedUntilItCanBe() {
        guard.update(List.of(new Queue.Backlog(ID, FOUR_HOURS + 60 * 80, 0)));

        assertThatThrownBy(() -> guard.check(NUMBER)).isInstanceOfSatisfying(RequestFailed.class, refused -> {
            assertThat(refused.code()).isEqualTo(FailureCode.BACKLOG_FULL);
            assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(1));
        });
    }

    @Test
    void anotherNumberIsNotHeldUp() {
        guard.update(List.of(new Queue.Backlog(new UUID(2, 2), Long.MAX_VALUE, 0)));

        assertThatCode(() -> guard.check(NUMBER)).doesNotThrowAnyException();
    }
}
