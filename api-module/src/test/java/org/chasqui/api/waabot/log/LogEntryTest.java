package org.chasqui.api.waabot.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.waabot.Letters;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogEntryTest {
    private static final UUID ID = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);

    @Test
    void whatWeSentGoesFromTheNumberToThePerson() {
        var entry = LogEntry.of(Letters.sent(ID, MessageStatus.READ, "text", "{\"body\":\"Hello\"}"), "14155550111");

        assertThat(entry.get("from").asText()).isEqualTo("14155550111");
        assertThat(entry.get("to").asText()).isEqualTo("2349048988056");
        assertThat(entry.get("chatId").asText()).isEqualTo("2349048988056@s.whatsapp.net");
        assertThat(entry.get("fromMe").asBoolean()).isTrue();
        assertThat(entry.get("ack").asInt()).isEqualTo(3);
        assertThat(entry.get("message").asText()).isEqualTo("Hello");
        assertThat(entry.get("createdAt").asText()).isEqualTo("2026-11-22T10:00:00.120Z");
        assertThat(entry.get("updatedAt").asText()).isEqualTo("2026-11-22T10:00:01.120Z");
    }

    @Test
    void anAckIsWhatWebhooksSay() {
        assertThat(LogEntry.ack(MessageStatus.ACCEPTED)).isZero();
        assertThat(LogEntry.ack(MessageStatus.SENT)).isEqualTo(1);
        assertThat(LogEntry.ack(MessageStatus.DELIVERED)).isEqualTo(2);
        assertThat(LogEntry.ack(MessageStatus.PLAYED)).isEqualTo(4);
    }

    @Test
    void whatCameInHasNoAck() {
        var entry = LogEntry.of(Letters.received(ID, "image", "{\"caption\":\"Look\"}"), "14155550111");

        assertThat(entry.get("fromMe").asBoolean()).isFalse();
        assertThat(entry.get("to").asText()).isEqualTo("14155550111");
        assertThat(entry.get("ack").isNull()).isTrue();
        assertThat(entry.get("message").asText()).isEqualTo("Look");
    }

    @Test
    void aFailureTellsMetasCode() {
        var entry = LogEntry.of(Letters.sent(ID, MessageStatus.FAILED, "text", "{\"body\":\"Hello\"}"), null);

        assertThat(entry.get("ack").asInt()).isEqualTo(-1);
        assertThat(entry.at("/error/code").asInt()).isEqualTo(131_026);
        assertThat(entry.get("from").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "all, ",
        "sent, OUTBOUND",
        "pending, OUTBOUND",
        "failed, OUTBOUND",
        "received, INBOUND",
        "Incoming, INBOUND"
    })
    void aTypeNarrowsTheLogDown(String type, Direction direction) {
        var filter = LogWish.read(arguments("type", type), null);

        assertThat(filter.direction()).isEqualTo(direction);
    }

    @Test
    void aChatIsTakenInEveryForm() {
        assertThat(LogWish.read(arguments("chatId", "+234 904 898 8056"), null).peer())
                .isEqualTo("2349048988056");
        assertThat(LogWish.read(arguments("chatId", "2349048988056:8@s.whatsapp.net"), null)
                        .peer())
                .isEqualTo("2349048988056");
    }

    @Test
    void anotherTypeIsRefused() {
        assertThatThrownBy(() -> LogWish.read(arguments("type", "everything"), null))
                .hasMessageStartingWith("type:");
    }

    private static Arguments arguments(String name, String value) {
        return Arguments.of(JsonNodeFactory.instance.objectNode().put(name, value));
    }
}
