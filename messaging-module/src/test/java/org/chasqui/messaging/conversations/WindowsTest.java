package org.chasqui.messaging.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.testing.Fired;
import org.chasqui.platform.testing.SettableClock;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final MessagingDatabase database = new MessagingDatabase();
    private final SettableClock clock = new SettableClock();
    private final Fired<WindowsMoved> fired = new Fired<>();
    private final Windows windows = new Windows();
    private final UUID conversation = new UUID(1, 1);

    WindowsTest() {
        windows.jdbc = database.jdbc();
        windows.moved = fired;
        windows.clock = clock;
        database.execute("insert into msg_conversation (id, workspace_id, number_id, peer, created_at) values ('"
                + conversation + "', gen_random_uuid(), gen_random_uuid(), '14155550100', '" + NOW + "')");
    }

    @Test
    void aWindowOpensOnceAndEndsADayAfterTheLastMessage() {
        writesAt(NOW);
        clock.set(NOW.plus(Duration.ofHours(20)));
        writesAt(clock.instant());
        assertThat(changes()).extracting(WindowsMoved.Change::isOpen).containsExactly(true);

        clock.set(NOW.plus(Duration.ofHours(24)));
        windows.end();
        assertThat(changes()).as("it goes on").hasSize(1);

        clock.set(NOW.plus(Duration.ofHours(44)));
        windows.end();
        windows.end();
        assertThat(changes()).extracting(WindowsMoved.Change::isOpen).containsExactly(true, false);
        assertThat(changes().get(1).conversation().id()).isEqualTo(conversation);

        writesAt(clock.instant());
        assertThat(changes()).extracting(WindowsMoved.Change::isOpen).containsExactly(true, false, true);
    }

    @Test
    void aMessageThatComesADayLateOpensNothing() {
        writesAt(NOW.minus(Duration.ofHours(25)));
        windows.end();

        assertThat(changes()).isEmpty();
    }

    private void writesAt(Instant at) {
        database.execute("update msg_conversation set window_expires_at = '" + ServiceWindow.endOf(at) + "'");
        windows.written(List.of(conversation));
    }

    private List<WindowsMoved.Change> changes() {
        return fired.events.stream().flatMap(event -> event.changes().stream()).toList();
    }
}
