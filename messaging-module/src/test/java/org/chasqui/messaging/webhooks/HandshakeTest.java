package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.outgoing.OutgoingClient;
import org.chasqui.platform.outgoing.OutgoingRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With a handler as Meta's guide shows one. */
class HandshakeTest {
    private static final String TOKEN = "s3cret & more";
    private static final OutgoingClient CLIENT =
            OutgoingClient.of(new OutgoingRules(true, Set.of(443), Duration.ofSeconds(10), Duration.ofSeconds(10)));

    private static HttpServer server;
    private static String base;

    private final Handshake handshake = new Handshake();

    HandshakeTest() {
        handshake.client = CLIENT;
    }

    @BeforeAll
    static void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        server.createContext("/webhook", HandshakeTest::answer);
        server.createContext("/page", exchange -> say(exchange, 200, "<html>Welcome</html>"));
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        CLIENT.close();
    }

    @Test
    void goesOnWhenTheChallengeIsAnswered() {
        assertThatCode(() -> handshake.demand(base + "/webhook", TOKEN)).doesNotThrowAnyException();
        assertThatCode(() -> handshake.demand(base + "/webhook?tenant=7", TOKEN))
                .doesNotThrowAnyException();
    }

    @Test
    void whoDoesNotKnowTheTokenIsNotAsked() {
        assertThatThrownBy(() -> handshake.demand(base + "/webhook", "another"))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("403");
    }

    @Test
    void whoAnswersSomethingElseHasNotVerified() {
        assertThatThrownBy(() -> handshake.demand(base + "/page", TOKEN))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("challenge");
        assertThatThrownBy(() -> handshake.demand(base + "/nowhere", TOKEN))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("404");
    }

    @Test
    void whoDoesNotAnswerHasNotVerifiedEither() throws IOException {
        int port;
        try (var taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        assertThatThrownBy(() -> handshake.demand("http://127.0.0.1:" + port + "/webhook", TOKEN))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("no answer");
    }

    @Test
    void theInspectorVerifiesNothing() {
        assertThatThrownBy(() -> handshake.demand(Inspector.URL, TOKEN)).isInstanceOf(RequestFailed.class);
    }

    @Test
    void theQuestionIsMetas() {
        assertThat(Handshake.question("https://a.example/hook?x=1", "1158201444", TOKEN))
                .isEqualTo("https://a.example/hook?x=1&hub.mode=subscribe&hub.challenge=1158201444"
                        + "&hub.verify_token=s3cret+%26+more");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        Map<String, String> query = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        boolean isKnown = query.get("hub.mode").equals("subscribe")
                && query.get("hub.verify_token").equals(TOKEN);
        say(exchange, isKnown ? 200 : 403, isKnown ? query.get("hub.challenge") : "");
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
