package org.chasqui.web.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageError;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TroubleTest {
    private static final MessageError CLOSED =
            new MessageError(131047, "Re-engagement message", "More than 24 hours have passed", "Send a template.");
    private static final MessageError SILENCE = new MessageError(0, "No answer", null, "Nothing yet.");

    @Test
    void aMessageOnItsWayIsInNoTrouble() {
        assertThat(Trouble.of(message(MessageStatus.QUEUED, "utility", null))).isEmpty();
        assertThat(Trouble.of(message(MessageStatus.DELIVERED, "utility", null)))
                .isEmpty();
        assertThat(Trouble.of(message(MessageStatus.CANCELLED, "utility", null)))
                .isEmpty();
    }

    @Test
    void aFailureTellsMetasCodeAndWordsAndWhatHelps() {
        var trouble = trouble(MessageStatus.FAILED, "service", CLOSED);

        assertThat(trouble.getColour()).isEqualTo("red");
        assertThat(trouble.getCode()).isEqualTo("131047");
        assertThat(trouble.getTitle()).isEqualTo("Re-engagement message");
        assertThat(trouble.getText()).isNull();
        assertThat(trouble.getQuote()).isEqualTo("More than 24 hours have passed");
        assertThat(trouble.getAdvice()).containsExactly("Send a template.");
    }

    @Test
    void aFailureOfOursHasNoCode() {
        assertThat(trouble(MessageStatus.FAILED, "service", SILENCE).getCode()).isNull();
        assertThat(trouble(MessageStatus.FAILED, "service", null).getTitle()).isEqualTo("Chasqui did not send it");
    }

    @Test
    void whatIsUncertainTellsWhatIsDoneAboutItsCategory() {
        assertThat(trouble(MessageStatus.UNCERTAIN, "authentication", null).getAdvice())
                .singleElement()
                .asString()
                .contains("One-time codes are sent again");
        assertThat(trouble(MessageStatus.UNCERTAIN, "something new", null).getAdvice())
                .isEqualTo(trouble(MessageStatus.UNCERTAIN, "utility", null).getAdvice());
    }

    @Test
    void whatWasHeardLastOfAnUncertainMessageIsToldWithItsAdvice() {
        var trouble = trouble(MessageStatus.UNCERTAIN, "marketing", SILENCE);

        assertThat(trouble.getQuote()).isEqualTo("No answer");
        assertThat(trouble.getAdvice()).containsExactly("Nothing yet.");
    }

    @Test
    void whatWaitsWithAnErrorIsHeld() {
        var trouble = trouble(MessageStatus.QUEUED, "marketing", CLOSED);

        assertThat(trouble.getColour()).isEqualTo("amber");
        assertThat(trouble.getCode()).isNull();
        assertThat(trouble.getText()).isEqualTo("More than 24 hours have passed");
        assertThat(trouble.getAdvice()).containsExactly("Send a template.");
    }

    @Test
    void forWhatHasExpiredNothingCanBeDone() {
        assertThat(trouble(MessageStatus.EXPIRED, "utility", null).getAdvice()).isEmpty();
    }

    private static Trouble trouble(MessageStatus status, String category, @Nullable MessageError error) {
        return Trouble.of(message(status, category, error)).orElseThrow();
    }

    private static MessageView message(MessageStatus status, String category, @Nullable MessageError error) {
        return new MessageView(
                new UUID(1, 1),
                new UUID(1, 2),
                new UUID(1, 3),
                "106540352242922",
                Direction.OUTBOUND,
                "5511955500111",
                null,
                "text",
                JsonNodeFactory.instance.objectNode(),
                null,
                category,
                status,
                List.of(),
                null,
                null,
                error,
                null,
                1,
                Instant.EPOCH,
                null,
                null,
                MessageNotes.NONE);
    }
}
