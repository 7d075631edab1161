package org.chasqui.messaging.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
