package org.chasqui.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WholeAnswerTest {
    private final HttpClient http = HttpClient.newHttpClient();

    private static HttpRequest to(int port, Duration timeout) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                .timeout(timeout)
                .build();
    }

    @Test
    @Timeout(60)
    void aBodyThatHangsEndsInTimeAndItsConnectionIsClosed() throws IOException, InterruptedException {
        try (var server = new HangingServer()) {
            assertThatThrownBy(() ->
                            WholeAnswer.of(http, to(server.port(), Duration.ofMillis(500)), BodyHandlers.ofByteArray()))
                    .isInstanceOf(HttpTimeoutException.class)
                    .hasMessageContaining("PT0.5S");

            assertThat(server.isLeft()).as("the connection is closed").isTrue();
        }
    }

    @Test
    void aWholeAnswerIsGivenAsItIs() throws IOException, InterruptedException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            call.sendResponseHeaders(404, 2);
            call.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
            call.close();
        });
        server.start();
        try {
            var answer = WholeAnswer.of(
                    http, to(server.getAddress().getPort(), Duration.ofSeconds(30)), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("{}");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whoIsNotThereIsSaidAsByTheJdk() {
        assertThatThrownBy(() -> WholeAnswer.of(http, to(1, Duration.ofSeconds(30)), BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);
    }
}
