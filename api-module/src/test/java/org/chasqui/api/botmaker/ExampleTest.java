package org.chasqui.api.botmaker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.chasqui.api.botmaker.messages.MessageMapping;
import org.chasqui.api.botmaker.notes.Outgoing;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.dialects.Arguments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleTest {
    private static Arguments body(Example example) throws IOException {
        var text = String.valueOf(example.body("chasqui-whatsapp-5511955500167", "5511955501234"));
        return Arguments.of((ObjectNode) new ObjectMapper().readTree(text));
    }

    @ParameterizedTest
    @Covers({"S2-7", "S2-10", "S2-16"})
    @CsvSource({
        "TEXT, text",
        "BUTTONS, interactive",
        "MEDIA, document",
        "LOCATION, location",
        "CONTACT, contacts",
        "LIST, interactive"
    })
    void isAMessageThatCanBeSent(Example example, String type) throws IOException {
        var messages = body(example).objects("messages").stream()
                .flatMap(entry -> MessageMapping.of(entry).stream())
                .toList();

        assertThat(messages).extracting(Outgoing::type).isEqualTo(List.of(type));
        assertThat(body(example).object("chat").demand("channelId")).isEqualTo("chasqui-whatsapp-5511955500167");
        assertThat(body(example).object("chat").demand("contactId")).isEqualTo("5511955501234");
    }

    @Test
    void thatOnlyReadsHasNoBody() {
        assertThat(Example.CHANNELS.body("a", "b")).isNull();
    }
}
