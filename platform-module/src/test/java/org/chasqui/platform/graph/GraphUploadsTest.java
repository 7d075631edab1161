package org.chasqui.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.testing.GivenConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An upload goes on where Meta has stopped reading. */
class GraphUploadsTest {
    private static final byte[] FILE = "a picture of a loom".getBytes(StandardCharsets.US_ASCII);

    /** What Meta reads of each post before it breaks off without an answer; the last post is read and answered. */
    private final List<Integer> readAndBreakOff = new ArrayList<>();

    private final List<String> posts = new ArrayList<>();
    private final GraphUploads uploads = new GraphUploads();
    private HttpServer meta;
    private int kept;

    @BeforeEach
    void open() throws IOException {
        meta = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        meta.createContext("/v24.0/upload:1", this::serve);
        meta.start();
        uploads.config = new GraphConfig(new Settings(new GivenConfig(Map.of(
                "chasqui.graph.url", "http://localhost:" + meta.getAddress().getPort(),
                "chasqui.graph.version", "v24.0",
                "chasqui.meta.app-id", "777"))));
        uploads.graph = new GraphClient() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T call(Function<GraphManagement, T> call) {
                return (T) new UploadSession("upload:1");
            }
        };
    }

    @AfterEach
    void close() {
        meta.stop(0);
    }

    private void serve(HttpExchange call) throws IOException {
        if (call.getRequestMethod().equals("GET")) {
            answer(call, "{\"id\":\"upload:1\",\"file_offset\":" + kept + "}");
            return;
        }
        var body = call.getRequestBody().readAllBytes();
        posts.add(
                call.getRequestHeaders().getFirst("file_offset") + ": " + new String(body, StandardCharsets.US_ASCII));
        if (readAndBreakOff.isEmpty()) {
            answer(call, "{\"h\":\"4::handle\"}");
        } else {
            kept += readAndBreakOff.remove(0);
            call.close();
        }
    }

    private static void answer(HttpExchange call, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.US_ASCII);
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private String upload() {
        return uploads.upload("EAA", "loom.png", "image/png", FILE.length, () -> new ByteArrayInputStream(FILE));
    }

    @Test
    void goesOnWithTheRest() {
        readAndBreakOff.add(2);

        assertThat(upload()).isEqualTo("4::handle");
        assertThat(posts).containsExactly("0: a picture of a loom", "2: picture of a loom");
    }

    @Test
    void asksForTheHandleAgainWhenMetaHasAllOfIt() {
        readAndBreakOff.add(FILE.length);

        assertThat(upload()).isEqualTo("4::handle");
        assertThat(posts).containsExactly("0: a picture of a loom", FILE.length + ": ");
    }
}
