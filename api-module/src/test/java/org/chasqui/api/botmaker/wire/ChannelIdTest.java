package org.chasqui.api.botmaker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.chasqui.api.conformance.Covers;
import org.chasqui.platform.accounts.SenderNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelIdTest {
    private static final SenderNumber NUMBER = new SenderNumber(
            new UUID(2, 2),
            new UUID(1, 1),
            new UUID(3, 3),
            "102290129340398",
            "106540352242922",
            "+55 11 95550-0167",
            "Chasqui",
            "GREEN",
            null,
            "STANDARD",
            80,
            "CONNECTED");

    @Test
    @Covers("S2-8")
    void aChannelIsAPlatformAndANumber() {
        assertThat(ChannelId.of(NUMBER)).isEqualTo("chasqui-whatsapp-5511955500167");
        assertThat(ChannelId.names(ChannelId.of(NUMBER), NUMBER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "myproject-whatsapp-5511955500167",
                "5511955500167",
                "+55 11 95550-0167",
                " 5511955500167 ",
                "106540352242922",
                "00000000-0000-0002-0000-000000000002"
            })
    void clientsMayNameItInManyWays(String text) {
        assertThat(ChannelId.names(text, NUMBER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chasqui-whatsapp-", "5511955500168", "chasqui-telegram-5511955500167", "whatsapp"})
    void anotherNameIsAnotherChannel(String text) {
        assertThat(ChannelId.names(text, NUMBER)).isFalse();
    }
}
