package org.chasqui.api.waabot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatIdTest {
    @ParameterizedTest
    @CsvSource({
        "2349048988056,2349048988056",
        "+234 904 898 8056,2349048988056",
        "2349048988056@s.whatsapp.net,2349048988056",
        "2349048988056@c.us,2349048988056",
        "2349040613521:8@s.whatsapp.net,2349040613521",
        "US.13491208655302741918@lid,US.13491208655302741918"
    })
    void isAPersonInAnyForm(String written, String peer) {
        assertThat(ChatId.parse("chatId", Optional.of(written))).isEqualTo(peer);
    }

    @Covers("S1-24")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "120363043211234567@g.us",
                "120363043211234567",
                "2349048988056-1628434343@g.us",
                "2349048988056-1628434343",
                "status@broadcast",
                "120363043211234567@newsletter"
            })
    void aGroupIsRefusedAsWhatTheOfficialApiCannotReach(String group) {
        assertThatThrownBy(() -> ChatId.parse("chatId", Optional.of(group)))
                .isInstanceOfSatisfying(
                        Envelope.NotAtMeta.class,
                        failed -> assertThat(Envelope.status(failed)).isEqualTo(422))
                .hasMessageContaining("official API");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "hello", "@s.whatsapp.net"})
    void nobodyIsRefusedByTheNameOfTheField(String nobody) {
        assertThatThrownBy(() -> ChatId.parse("chatId", Optional.of(nobody)))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("chatId");
    }

    @Test
    void isWrittenAsTheAppDoes() {
        assertThat(ChatId.of("2349048988056")).isEqualTo("2349048988056@s.whatsapp.net");
        assertThat(ChatId.of("US.13491208655302741918")).isEqualTo("US.13491208655302741918@lid");
    }
}
