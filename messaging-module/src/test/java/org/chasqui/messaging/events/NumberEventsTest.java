package org.chasqui.messaging.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.platform.accounts.AccountAdded;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.NumberAdded;
import org.chasqui.platform.accounts.SenderNumber;
import org.junit.jupiter.api.Test;

class NumberEventsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID WORKSPACE = new UUID(0, 1);
    private static final SenderNumber NUMBER = new SenderNumber(
            new UUID(0, 3),
            WORKSPACE,
            new UUID(0, 2),
            "102290129340398",
            "106540352242922",
            "+1 415-555-0100",
            "Bakery",
            "GREEN",
            null,
            "STANDARD",
            80,
            "CONNECTED");

    private final List<NewEvent> recorded = new ArrayList<>();
    private final NumberEvents events = new NumberEvents();

    NumberEventsTest() {
        events.events = new EventLog() {
            @Override
            public void record(List<NewEvent> some) {
                recorded.addAll(some);
            }
        };
    }

    @Test
    void aNumberThatIsNewIsConnectedAndThenHasAStatus() {
        events.record(new NumberAdded(NUMBER, "Its name is under review.", NOW));

        assertThat(recorded).extracting(NewEvent::type).containsExactly("number.connected", "number.status");
        assertThat(recorded).allSatisfy(event -> {
            assertThat(event.workspaceId()).isEqualTo(WORKSPACE);
            assertThat(event.numberId()).isEqualTo(NUMBER.id());
            assertThat(event.createdAt()).isEqualTo(NOW);
            assertThat(event.data().path("phone_number_id").asText()).isEqualTo("106540352242922");
            assertThat(event.data().path("held_because").asText()).isEqualTo("Its name is under review.");
        });
        var status = recorded.get(1).data();
        assertThat(status.path("what").asText()).isEqualTo("status");
        assertThat(status.path("before").isNull()).isTrue();
        assertThat(status.path("after").asText()).isEqualTo("CONNECTED");
        assertThat(recorded.get(0).data().has("what")).isFalse();
    }

    @Test
    void anAccountThatIsNewIsConnected() {
        var account = new AccountView(
                new UUID(0, 2),
                "102290129340398",
                "Bakery",
                "EUR",
                null,
                "ACTIVE",
                null,
                "ns",
                null,
                null,
                null,
                null,
                NOW);

        events.record(new AccountAdded(WORKSPACE, account, NOW));

        assertThat(recorded).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("account.connected");
            assertThat(event.numberId()).isNull();
            assertThat(event.data().path("waba_id").asText()).isEqualTo("102290129340398");
            assertThat(event.data().path("name").asText()).isEqualTo("Bakery");
        });
    }
}
