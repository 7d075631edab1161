package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chasqui.messaging.events.EventView;
import org.junit.jupiter.api.Test;

class TempoTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final int MOST = 16;

    private final Tempo tempo = new Tempo(MOST);

    @Test
    void beginsWithFourCallsAndAFewAhead() {
        assertThat(tempo.calls()).isEqualTo(4);
        assertThat(tempo.ahead()).isEqualTo(32);
        assertThat(new Tempo(2).calls()).as("never more than the settings say").isEqualTo(2);
    }

    @Test
    void whoAnswersQuicklyWhileMuchWaitsGetsMoreAtATime() {
        turns(100, 50, true);

        assertThat(tempo.calls()).isEqualTo(MOST);
        assertThat(tempo.ahead()).as("what it takes in a quarter of a second").isEqualTo(80);
    }

    @Test
    void whoHasLittleToSendStaysAtFour() {
        turns(100, 5, false);

        assertThat(tempo.calls()).isEqualTo(4);
        assertThat(tempo.ahead()).isEqualTo(200);
    }

    @Test
    void whoGetsSlowerIsNotPressedAndWhoIsSlowIsLeftWithFour() {
        turns(5, 50, true);
        assertThat(tempo.calls()).isEqualTo(9);
        turns(20, 300, true);
        assertThat(tempo.calls()).as("until the mean has followed").isEqualTo(11);
        turns(20, 600, true);
        assertThat(tempo.calls()).isEqualTo(4);
    }

    @Test
    void nothingWaitsHereForWhoNeedsSeconds() {
        turns(5, 3_000, true);

        assertThat(tempo.ahead()).isZero();
        assertThat(tempo.calls()).isEqualTo(4);
    }

    @Test
    void failuresEndTheHurryAndAStrayOneOnlyHoldsItUp() {
        turns(5, 10, true);
        var mostly = new ArrayList<>(ended(20, 10, Outcome.Kind.ARRIVED));
        mostly.addAll(ended(1, 10, Outcome.Kind.FAILED));
        tempo.took(mostly, true);
        assertThat(tempo.calls()).isEqualTo(9);

        tempo.took(ended(3, 10, Outcome.Kind.FAILED), true);
        assertThat(tempo.calls()).isEqualTo(4);
    }

    @Test
    void oneCallThatHangsIsSoonForgotten() {
        turns(20, 10, true);
        tempo.took(ended(1, 15_000, Outcome.Kind.ARRIVED), true);
        assertThat(tempo.calls()).isEqualTo(4);
        turns(30, 10, true);
        assertThat(tempo.calls()).isEqualTo(MOST);
    }

    private void turns(int turns, long millis, boolean isMoreWaiting) {
        for (int i = 0; i < turns; i++) {
            tempo.took(ended(4, millis, Outcome.Kind.ARRIVED), isMoreWaiting);
        }
    }

    private static List<Settlement> ended(int calls, long millis, Outcome.Kind kind) {
        var event = new EventView(UUID.randomUUID(), "message.read", NOW, UUID.randomUUID(), null, "{}");
        var claim = new Claim(UUID.randomUUID(), event, 1, false, 0);
        return IntStream.range(0, calls)
                .mapToObj(i -> new Settlement(claim, new Outcome(kind, null), NOW, millis, 200, null, Map.of(), ""))
                .toList();
    }
}
