package org.chasqui.messaging.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboundFilesTest {
    @Test
    void findsTheFileOfAMessage() {
        var content =
                "{\"id\":\"1234567890\",\"mime_type\":\"audio/ogg; codecs=opus\",\"sha256\":\"x\",\"voice\":true}";
        assertThat(InboundFiles.brought("audio", content))
                .contains(new InboundFiles.Brought("1234567890", "audio/ogg", "x", ""));
    }

    @Test
    void findsTheFileOfAnEditedMessage() {
        var content = "{\"original_message_id\":\"wamid.1\",\"message\":{\"type\":\"image\",\"image\":"
                + "{\"id\":\"77\",\"mime_type\":\"image/jpeg\",\"caption\":\"new\"}}}";
        assertThat(InboundFiles.brought("edit", content))
                .map(InboundFiles.Brought::metaId)
                .contains("77");
        var text = "{\"message\":{\"type\":\"text\",\"text\":{\"body\":\"new\"}}}";
        assertThat(InboundFiles.brought("edit", text)).isEmpty();
    }

    @Test
    void fetchesNothingByAnIdThatIsNoId() {
        for (var id : new String[] {"", "../../me", "1?fields=x", "12a"}) {
            assertThat(InboundFiles.brought("image", "{\"id\":\"" + id + "\"}")).isEmpty();
        }
    }

    @Test
    void aStrangeTypeIsJustBytes() {
        assertThat(InboundFiles.brought("document", "{\"id\":\"1\",\"mime_type\":\"text/html\\r\\nX: y\"}"))
                .map(InboundFiles.Brought::mime)
                .contains("application/octet-stream");
    }
}
