package org.chasqui.api.waabot.broadcasts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.api.waabot.Letters;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {
    private static final UUID TEXT = new UUID(0, 1);
    private static final UUID PICTURE = new UUID(0, 2);

    private final Map<UUID, MessageView> ledger = new HashMap<>();

    @Test
    void whoWaitsForHisTurnIsPending() {
        assertThat(fate(RecipientRow.waiting(1, "14155550100"))).isEqualTo(Fate.PENDING);
    }

    @Test
    void whoWasRefusedHasFailedWithTheReason() {
        var row = RecipientRow.waiting(1, "14155550100").handed(List.of(), "The window is closed.");

        assertThat(report(row).failed()).containsEntry("14155550100", "The window is closed.");
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageStatus.class,
            names = {"SENT", "DELIVERED", "READ", "PLAYED"})
    void sentIsWhatHasLeftMeta(MessageStatus status) {
        assertThat(report(handed(status)).sent()).containsExactly("14155550100");
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageStatus.class,
            names = {"QUEUED", "SENDING", "ACCEPTED", "UNCERTAIN"})
    void nobodyIsCalledSentBeforeItIsKnown(MessageStatus status) {
        assertThat(report(handed(status)).pending()).containsExactly("14155550100");
        assertThat(report(handed(status)).isOver()).isFalse();
    }

    @Test
    void whatMetaRefusesIsToldInItsWords() {
        assertThat(report(handed(MessageStatus.FAILED)).failed())
                .containsEntry("14155550100", "Undeliverable (131026)");
        assertThat(report(handed(MessageStatus.EXPIRED)).failed())
                .containsEntry("14155550100", "The message is expired.");
    }

    @Test
    void oneOfSeveralMessagesThatFailsMakesTheRecipientFail() {
        put(TEXT, MessageStatus.DELIVERED);
        put(PICTURE, MessageStatus.FAILED);

        assertThat(fate(both())).isEqualTo(Fate.FAILED);
    }

    @Test
    void whoHasOneOfTwoMessagesIsStillPending() {
        put(TEXT, MessageStatus.READ);
        put(PICTURE, MessageStatus.QUEUED);

        assertThat(fate(both())).isEqualTo(Fate.PENDING);
    }

    @Test
    void everybodyIsCountedOnce() {
        put(TEXT, MessageStatus.READ);
        var report = Report.of(
                broadcast(),
                List.of(
                        RecipientRow.waiting(1, "1").handed(List.of(TEXT), null),
                        RecipientRow.waiting(2, "2"),
                        RecipientRow.waiting(3, "3").handed(List.of(), "no")),
                ledger);

        var json = BroadcastJson.of(report);

        assertThat(json.get("counts")).hasToString("{\"sent\":1,\"pending\":1,\"failed\":1}");
        assertThat(json.get("status").asText()).isEqualTo("sending");
        assertThat(json.get("errors")).hasToString("[{\"number\":\"3\",\"message\":\"no\"}]");
        assertThat(json.get("_id").asText()).hasSize(24);
    }

    private RecipientRow both() {
        return RecipientRow.waiting(1, "14155550100").handed(List.of(TEXT, PICTURE), null);
    }

    private RecipientRow handed(MessageStatus status) {
        put(TEXT, status);
        return RecipientRow.waiting(1, "14155550100").handed(List.of(TEXT), null);
    }

    private void put(UUID id, MessageStatus status) {
        ledger.put(id, Letters.sent(id, status, "text", "{\"body\":\"Hi\"}"));
    }

    private Fate fate(RecipientRow row) {
        return Fate.of(row, ledger);
    }

    private Report report(RecipientRow row) {
        return Report.of(broadcast(), List.of(row), ledger);
    }

    private static Broadcast broadcast() {
        return new Broadcast(
                new UUID(9, 9),
                new UUID(1, 1),
                new UUID(2, 2),
                Broadcast.INDIVIDUAL,
                "1,2,3",
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                "key",
                Letters.MADE,
                null);
    }
}
