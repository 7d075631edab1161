package org.chasqui.api.botmaker.chats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens of {@code nextPage} at {@code GET /v2.0/chats}. */
class ChatCursorTest {
    private static final UUID ID = new UUID(7, 7);

    @Test
    void isReadBack() {
        assertThat(ChatEndpoints.cursor("1795341600000-" + BotmakerId.of(ID)))
                .isEqualTo(new Conversations.Cursor(Instant.ofEpochMilli(1_795_341_600_000L), ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807-", "-9223372036854775808-", "me-", ""})
    void whatSomebodyMadeUpIsRefused(String made) {
        assertThatThrownBy(() -> ChatEndpoints.cursor(made + BotmakerId.of(ID))).isInstanceOf(RequestFailed.class);
    }
}
