package org.chasqui.web.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.Attempt;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageError;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.StatusStep;
import org.junit.jupiter.api.Test;

class FlightTest {
    private static final Instant START = Instant.parse("2026-11-19T14:31:29.087Z");

    @Test
    void aReadMessageShowsEveryStepWithItsGap() {
        var flight = flight(
                MessageStatus.READ,
                step(MessageStatus.QUEUED, 0),
                step(MessageStatus.SENDING, 44),
                step(MessageStatus.ACCEPTED, 256),
                step(MessageStatus.SENT, 300),
                step(MessageStatus.DELIVERED, 940),
                step(MessageStatus.READ, 38_940));

        assertThat(flight.getSteps())
                .extracting(FlightStep::getTitle)
                .containsExactly("Accepted", "Sent to Meta", "Meta accepts", "Sent", "Delivered", "Read");
        assertThat(flight.getSteps())
                .extracting(FlightStep::getGap)
                .containsExactly(null, "44 ms", "212 ms", "44 ms", "640 ms", "38 s");
        assertThat(flight.getSummary()).isEqualTo("Delivered 940 ms after your call");
        assertThat(flight.getShares()).extracting(Flight.Share::getText).containsExactly("44 ms", "212 ms", "684 ms");
    }

    @Test
    void aStepThatMetasClockPutsTooEarlyKeepsItsPlaceAndInventsNoGap() {
        var flight = flight(
                MessageStatus.SENT,
                step(MessageStatus.QUEUED, 0),
                step(MessageStatus.SENDING, 10),
                new StatusStep(MessageStatus.SENT, Instant.parse("2026-11-19T14:31:29Z")),
                step(MessageStatus.ACCEPTED, 200));

        assertThat(flight.getSteps())
                .extracting(FlightStep::getTitle)
                .startsWith("Accepted", "Sent to Meta", "Meta accepts", "Sent");
        assertThat(flight.getSteps().get(3).getGap()).isEqualTo("< 1 s");
    }

    @Test
    void whatIsAheadIsDashed() {
        var flight = flight(MessageStatus.QUEUED, step(MessageStatus.QUEUED, 0));

        assertThat(flight.getSteps())
                .extracting(FlightStep::getState)
                .startsWith("reached", "ahead")
                .hasSize(6);
        assertThat(flight.getSummary()).isEqualTo("Waits for its turn");
        assertThat(flight.getShares()).isEmpty();
    }

    @Test
    void aFailureStandsWhereItHappened() {
        var flight = flight(
                MessageStatus.FAILED,
                step(MessageStatus.QUEUED, 0),
                step(MessageStatus.SENDING, 20),
                step(MessageStatus.ACCEPTED, 60),
                step(MessageStatus.FAILED, 366));

        assertThat(flight.getSteps())
                .extracting(FlightStep::getState)
                .containsExactly("reached", "reached", "reached", "failed", "ahead", "ahead", "ahead");
        assertThat(flight.getSteps().get(3).getNote()).isEqualTo("Status webhook, code 131047");
    }

    @Test
    void anExpiredMessageHasNothingAhead() {
        var flight =
                flight(MessageStatus.EXPIRED, step(MessageStatus.QUEUED, 0), step(MessageStatus.EXPIRED, 3_600_000));

        assertThat(flight.getSteps()).extracting(FlightStep::getTitle).containsExactly("Accepted", "Expired");
        assertThat(flight.getSteps().get(1).getGap()).isEqualTo("1 h 0 min");
    }

    @Test
    void anUncertainMessageThatWasSettledShowsBoth() {
        var flight = flight(
                MessageStatus.DELIVERED,
                step(MessageStatus.QUEUED, 0),
                step(MessageStatus.SENDING, 5),
                step(MessageStatus.UNCERTAIN, 30_000),
                step(MessageStatus.ACCEPTED, 31_000),
                step(MessageStatus.SENT, 31_000),
                step(MessageStatus.DELIVERED, 32_000));

        assertThat(flight.getSteps())
                .extracting(FlightStep::getTitle)
                .containsExactly("Accepted", "Sent to Meta", "Uncertain", "Meta accepts", "Sent", "Delivered", "Read");
    }

    @Test
    void whatAPersonWroteIsReceivedBeforeItIsRead() {
        var flight = flight(
                Direction.INBOUND,
                MessageStatus.READ,
                new StatusStep(MessageStatus.RECEIVED, START),
                step(MessageStatus.READ, 38_000));

        assertThat(flight.getSteps()).extracting(FlightStep::getTitle).containsExactly("Received", "Read");
        assertThat(flight.getSteps()).extracting(FlightStep::getGap).containsExactly(null, "38 s");
        assertThat(flight.getSteps().get(1).getNote()).isEqualTo("WhatsApp was told");
    }

    private static StatusStep step(MessageStatus status, long millis) {
        return new StatusStep(status, START.plusMillis(millis));
    }

    private static Flight flight(MessageStatus status, StatusStep... steps) {
        return flight(Direction.OUTBOUND, status, steps);
    }

    private static Flight flight(Direction direction, MessageStatus status, StatusStep... steps) {
        var error = status == MessageStatus.FAILED
                ? new MessageError(131047, "Re-engagement message", null, "Send a template.")
                : null;
        var content = JsonNodeFactory.instance.objectNode().put("body", "Hello");
        var message = new MessageView(
                new UUID(1, 1),
                new UUID(1, 2),
                new UUID(1, 3),
                "106540352242922",
                direction,
                "5511955500111",
                null,
                "text",
                content,
                null,
                "service",
                status,
                List.of(steps),
                null,
                null,
                error,
                null,
                1,
                START,
                null,
                null,
                MessageNotes.NONE);
        return new Flight(message, List.of(new Attempt(1, START, "a", "accepted", 200, null, null, null, 212, false)));
    }
}
