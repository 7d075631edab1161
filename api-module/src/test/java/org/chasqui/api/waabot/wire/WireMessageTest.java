package org.chasqui.api.waabot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.waabot.parts.Card;
import org.chasqui.platform.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireMessageTest {
    private static final UUID ID = UUID.fromString("019ab3c4-d5e6-7f01-8a2b-3c4d5e6f7a8b");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text|{"body":"Hi"}|{"conversation":"Hi"}
            image|{"link":"https://a.example/b.jpg","caption":"C","mime_type":"image/jpeg"}|{"imageMessage":{"url":"https://a.example/b.jpg","mimetype":"image/jpeg","caption":"C"}}
            audio|{"id":"1","voice":true}|{"audioMessage":{"ptt":true}}
            document|{"filename":"a.pdf"}|{"documentMessage":{"fileName":"a.pdf"}}
            location|{"latitude":"6.556452","longitude":3.2774487,"name":"N"}|{"locationMessage":{"degreesLatitude":6.556452,"degreesLongitude":3.2774487,"name":"N"}}
            reaction|{"message_id":"wamid.1","emoji":"👍"}|{"reactionMessage":{"text":"👍","wamid":"wamid.1"}}
            interactive|{"type":"button_reply","button_reply":{"id":"Reply this text (REPLY)","title":"Reply this text (RE…"}}|{"buttonsResponseMessage":{"selectedButtonId":"Reply this text (REPLY)","selectedDisplayText":"Reply this text (RE…"}}
            interactive|{"type":"list_reply","list_reply":{"id":"x","title":"A","description":"B"}}|{"listResponseMessage":{"title":"A","description":"B","singleSelectReply":{"selectedRowId":"x"}}}
            interactive|{"type":"button","body":{"text":"Q"},"footer":{"text":"F"}}|{"buttonsMessage":{"contentText":"Q","footerText":"F"}}
            button|{"payload":"P","text":"T"}|{"templateButtonReplyMessage":{"selectedId":"P","selectedDisplayText":"T"}}
            template|{"name":"hello"}|{"templateMessage":{"name":"hello"}}
            order|{"catalog_id":"1"}|{"orderMessage":{"catalog_id":"1"}}
            """)
    void isWhatBaileysWouldShow(String type, String content, String shown) throws Exception {
        assertThat(Json.mapper()
                        .readTree(WireMessage.content(type, Json.mapper().readTree(content))
                                .toString()))
                .isEqualTo(Json.mapper().readTree(shown));
    }

    @Test
    @Covers("S1-27")
    void aCardComesBackAsItWasWritten() {
        var card = new Card("John Doe", "John Doe", "Men In Black", "919999999999");

        var shown = WireMessage.content("contacts", card.part().content());

        assertThat(shown.at("/contactMessage/displayName").asText()).isEqualTo("John Doe");
        assertThat(shown.at("/contactMessage/vcard").asText()).isEqualTo(card.vcard());
        assertThat(card.vcard()).startsWith("BEGIN:VCARD\nVERSION:3.0\nFN:John Doe\nORG:Men In Black;\n");
    }

    @Test
    void aNameCannotAddLinesToACard() {
        var card = new Card("Eve\nTEL:+1", "Eve", null, "919999999999");

        assertThat(card.vcard().lines().filter(line -> line.startsWith("TEL"))).hasSize(1);
    }

    @Test
    @Covers("S1-29")
    void aKeySaysWhoseMessageItIsWithOurIdInIt() {
        var key = WireMessage.key("2349048988056", true, ID);

        assertThat(key.path("remoteJid").asText()).isEqualTo("2349048988056@s.whatsapp.net");
        assertThat(key.path("id").asText()).isEqualTo("BAE5019AB3C4D5E67F018A2B3C4D5E6F7A8B");
        assertThat(WireMessage.timestamp(Instant.parse("2023-07-10T13:37:05.900Z")))
                .isEqualTo("1688996225");
        assertThat(WireMessage.sha256("00ff")).isEqualTo("AP8=");
    }
}
