package org.chasqui.messaging.media.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.media.MediaState;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;

class MultipartFileTest {
    private static final String TYPE = "multipart/form-data; boundary=cut";

    @Test
    void findsTheFileBehindOtherParts() throws IOException {
        var read = read(
                TYPE,
                part("name=\"messaging_product\"", "whatsapp")
                        + part("name=\"file\"; filename=\"../a b.txt\"\r\nContent-Type: text/plain", "héllo")
                        + "--cut--\r\n");
        assertThat(read).isEqualTo("../a b.txt|text/plain|héllo");
    }

    @Test
    void asksForAFileThatIsMissing() {
        assertThatThrownBy(() -> read(TYPE, part("name=\"other\"", "x") + "--cut--\r\n"))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("file: is required");
    }

    @Test
    void refusesABodyThatIsNoForm() {
        for (var body : new String[] {"", "hello", "--cut\r\n", part("name=\"file\"; filename=\"a\"", "cut off")}) {
            assertThatThrownBy(() -> read(TYPE, body)).as(body).isInstanceOf(RequestFailed.class);
        }
        assertThatThrownBy(() -> read("multipart/form-data", part("name=\"file\"", "x")))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused -> assertThat(refused.code()).isEqualTo(FailureCode.MALFORMED_BODY));
    }

    @Test
    void anAttachmentCannotBreakOutOfItsHeader() {
        var header = MediaResource.disposition(view("a\"; x=\"b\\ñ%.pdf"));
        assertThat(header)
                .isEqualTo("attachment; filename=\"a__ x=_b___.pdf\";"
                        + " filename*=UTF-8''a%22%3B%20x%3D%22b%5C%C3%B1%25.pdf");
    }

    private static MediaView view(String name) {
        var id = new UUID(1, 2);
        return new MediaView(id, id, null, false, MediaState.STORED, "application/pdf", 1L, "00", name, Instant.EPOCH);
    }

    private static String part(String header, String value) {
        return "--cut\r\nContent-Disposition: form-data; " + header + "\r\n\r\n" + value + "\r\n";
    }

    private static String read(String type, String body) throws IOException {
        return MultipartFile.read(
                type,
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                (bytes, name, mime) ->
                        name + "|" + mime + "|" + new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
    }
}
