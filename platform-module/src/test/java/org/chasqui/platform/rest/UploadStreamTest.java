package org.chasqui.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UploadStreamTest {
    private static final MediaType CSV = new MediaType("text", "csv");

    @Test
    void theSameFileIsTheSameWhateverDividesTheForm() throws IOException {
        assertThat(form("cut", "hello")).isEqualTo(form("another-boundary-1234567", "hello"));
        assertThat(form("cut", "hello")).isNotEqualTo(form("cut", "hallo"));
    }

    @Test
    void whatLooksLikeTheBeginningOfABoundaryCounts() throws IOException {
        for (var file : new String[] {"-", "--", "--c", "--cu", "x--cu\r\n", "----cux", "\r\n--cu"}) {
            assertThat(form("cut", file)).as(file).isNotEqualTo(form("cut", "")).isEqualTo(form("longer", file));
        }
        assertThat(form("----cut", "--------cu")).isEqualTo(form("other", "--------cu"));
    }

    @Test
    void itDoesNotMatterHowItIsRead() throws IOException {
        var random = new Random(17);
        var file = new byte[100_000];
        random.nextBytes(file);
        var body = ("--cut\r\nx\r\n\r\n" + new String(file, StandardCharsets.ISO_8859_1) + "\r\n--cut--")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(digest(body, "cut", 1)).isEqualTo(digest(body, "cut", 7)).isEqualTo(digest(body, "cut", 8_192));
    }

    @Test
    void whatTheReaderLeavesIsReadToo() throws IOException {
        var upload = new UploadStream(new ByteArrayInputStream("a;b\n1;2\n".getBytes(StandardCharsets.UTF_8)), CSV);
        upload.readNBytes(3);
        var other = new UploadStream(new ByteArrayInputStream("a;b\n1;3\n".getBytes(StandardCharsets.UTF_8)), CSV);
        other.readNBytes(3);

        assertThat(upload.finish(100)).isPresent().isNotEqualTo(other.finish(100));
    }

    @Test
    void anEndlessBodyIsNotReadToItsEnd() throws IOException {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThat(new UploadStream(endless, CSV).finish(100_000)).isEmpty();
    }

    private static byte[] form(String boundary, String file) throws IOException {
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + file + "\r\n--"
                + boundary + "--\r\n";
        return digest(body.getBytes(StandardCharsets.UTF_8), boundary, 4_096);
    }

    private static byte[] digest(byte[] body, String boundary, int step) throws IOException {
        var type = new MediaType("multipart", "form-data", Map.of("boundary", boundary));
        var upload = new UploadStream(new ByteArrayInputStream(body), type);
        var buffer = new byte[step];
        while (step > 1 ? upload.read(buffer) >= 0 : upload.read() >= 0) {
            // Only the digest counts.
        }
        return upload.finish(0).orElseThrow();
    }
}
