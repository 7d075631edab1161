package org.chasqui.api.botmaker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotmakerAddressesTest {
    private final BotmakerDialect dialect = new BotmakerDialect();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2.0",
                "/v2.0/chats-actions/send-messages",
                "/V2.0/channels",
                "/v2.0/nothing/at/all",
                "/api/v1.0/message/v3",
                "/botmaker/v2.0/channels",
                "/botmaker/api/v1.0/intent/v2"
            })
    void areTheTwoVersionsWithAndWithoutAPrefix(String path) {
        assertThat(dialect.claims(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2.00/channels",
                "/v2/channels",
                "/api/v1/whatsapp/messages",
                "/api/v1",
                "/botmaker",
                "/botmaker/channels",
                "/botmakers/v2.0/channels",
                "/whatsapp",
                "/messages"
            })
    void areNoOthers(String path) {
        assertThat(dialect.claims(path)).isFalse();
    }
}
