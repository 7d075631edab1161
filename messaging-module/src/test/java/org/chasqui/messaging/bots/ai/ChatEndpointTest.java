package org.chasqui.messaging.bots.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.chasqui.messaging.bots.AiSettings;
import org.chasqui.messaging.bots.Answer;
import org.chasqui.messaging.bots.ai.Prompt.Turn;
import org.chasqui.platform.outgoing.OutgoingClient;
import org.chasqui.platform.outgoing.OutgoingRules;
import org.chasqui.platform.outgoing.UrlRefused;
import org.chasqui.platform.rest.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The library over our HTTP, against a server that plays an endpoint. */
class ChatEndpointTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Prompt PROMPT = Prompt.of(
            "You are a bakery.",
            "We open at 7.",
            null,
            List.of(new Turn(true, "Hi"), new Turn(false, "Hello"), new Turn(true, "When do you open?")));

    private record Call(String path, String authorization, JsonNode body) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final OutgoingClient client = client(true);
    private final ChatEndpoint endpoint = new ChatEndpoint(new AiReach(client, Optional.empty()));
    private HttpServer server;

    /** What the server does with a call. */
    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private volatile Behaviour behaviour = exchange -> answer(exchange, 200, completion("\"We open at 7.\"", "stop"));

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            calls.add(new Call(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    Json.mapper().readTree(exchange.getRequestBody().readAllBytes())));
            behaviour.answer(exchange);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        client.close();
    }

    @Test
    void asksOnceAsTheProtocolSays() {
        var said = endpoint.ask(settings("gpt", 0.5), "sk-1", PROMPT, PATIENCE);

        assertThat(said.text()).isEqualTo("We open at 7.");
        assertThat(said.isCutOff()).isFalse();
        assertThat(said.usage()).isEqualTo(new Answer.Usage(11, 5));
        assertThat(calls).hasSize(1);
        var call = calls.get(0);
        assertThat(call.path()).isEqualTo("/v1/chat/completions");
        assertThat(call.authorization()).isEqualTo("Bearer sk-1");
        assertThat(call.body().get("model").asText()).isEqualTo("gpt");
        assertThat(call.body().get("temperature").asDouble()).isEqualTo(0.5);
        assertThat(call.body().get("max_tokens").asInt()).isEqualTo(500);
        assertThat(call.body().has("tools")).isFalse();
        assertThat(call.body().path("stream").asBoolean()).isFalse();
    }

    @Test
    void whatThePersonWroteIsAUserMessageAndNothingElse() {
        endpoint.ask(settings("gpt", null), null, PROMPT, PATIENCE);

        var messages = calls.get(0).body().get("messages");
        assertThat(messages).hasSize(4);
        assertThat(messages)
                .extracting(message -> message.get("role").asText())
                .containsExactly("system", "user", "assistant", "user");
        assertThat(messages.get(0).get("content").asText()).isEqualTo(PROMPT.instructions());
        assertThat(messages.get(3).toString()).contains("When do you open?");
        assertThat(calls.get(0).authorization()).isNull();
        assertThat(calls.get(0).body().has("temperature")).isFalse();
    }

    @Test
    void anAnswerThatWasCutOffSaysSo() {
        behaviour = exchange -> answer(exchange, 200, completion("\"We open at\"", "length"));

        assertThat(ask().isCutOff()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void noWordsAreNoWords(String content) {
        behaviour = exchange -> answer(exchange, 200, completion(content, "stop"));

        assertThat(ask().text()).isEmpty();
    }

    @Test
    void tokensAreEstimatedWhereTheEndpointDoesNotCount() {
        behaviour = exchange ->
                answer(exchange, 200, completion("\"We open at 7.\"", "stop").replaceAll(",\"usage\":\\{[^}]*}", ""));

        var usage = ask().usage();

        assertThat(usage.tokensIn()).isEqualTo(PROMPT.tokens());
        assertThat(usage.tokensOut()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "401, WRONG_KEY",
        "403, WRONG_KEY",
        "404, WRONG_MODEL",
        "408, TIMED_OUT",
        "402, THROTTLED",
        "429, THROTTLED",
        "400, REQUEST_REFUSED",
        "422, REQUEST_REFUSED",
        "500, SERVER_FAILED",
        "502, SERVER_FAILED",
        "503, SERVER_FAILED",
        "302, REQUEST_REFUSED"
    })
    void aRefusalIsNotTriedAgain(int status, Trouble trouble) {
        behaviour = exchange -> answer(exchange, status, "{\"error\":{\"message\":\"No\"}}");

        assertEndsWith(trouble);
        assertThat(calls).hasSize(1);
    }

    @Test
    void whatTheEndpointSaysAboutARequestIsKeptButNotAboutAKey() {
        behaviour = exchange -> answer(exchange, 400, "{\"error\":{\"message\":\"temperature must be 1\\n\"}}");
        assertThatThrownBy(this::ask).hasMessage("HTTP 400: temperature must be 1");

        behaviour = exchange -> answer(exchange, 401, "{\"error\":{\"message\":\"Incorrect API key: sk-secret\"}}");
        assertThatThrownBy(this::ask).hasMessage("HTTP 401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Hello</html>",
                "{\"id\":\"1\",\"choices\":[{\"message\":{\"role\":\"assis",
                "{}",
                "[]",
                "null",
                "{\"id\":\"1\",\"created\":1,\"choices\":[]}",
                "{\"id\":\"1\",\"created\":1,\"choices\":[{}]}",
                "{\"choices\":\"none\"}"
            })
    void nonsenseIsNotUnderstood(String body) {
        behaviour = exchange -> answer(exchange, 200, body);

        assertEndsWith(Trouble.NOT_UNDERSTOOD);
    }

    @Test
    void aBodyWithoutAnEndIsCutOff() {
        behaviour = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (over.getCount() > 0) {
                    body.write(new byte[8_192]);
                }
            } catch (IOException cutOff) {
                exchange.close();
            }
        };

        assertEndsWith(Trouble.ANSWER_TOO_LARGE);
    }

    @Test
    void aSlowEndpointIsWaitedForAsLongAsTheBotAllows() {
        behaviour = exchange -> {
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };

        assertThatThrownBy(() -> endpoint.ask(settings("gpt", null), null, PROMPT, Duration.ofMillis(300)))
                .isInstanceOfSatisfying(
                        NoAnswer.class, failed -> assertThat(failed.trouble()).isEqualTo(Trouble.TIMED_OUT));
    }

    @Test
    void aDeadEndpointIsUnreachable() {
        server.stop(0);

        assertEndsWith(Trouble.UNREACHABLE);
    }

    @Test
    void anAddressWithinIsRefusedUnlessTheOperatorHasNamedIt() {
        try (var strict = client(false)) {
            var refusing = new ChatEndpoint(new AiReach(strict, Optional.empty()));
            assertThatThrownBy(() -> refusing.ask(settings("gpt", null), null, PROMPT, PATIENCE))
                    .isInstanceOfSatisfying(
                            NoAnswer.class,
                            failed -> assertThat(failed.trouble()).isEqualTo(Trouble.ADDRESS_REFUSED));
            assertThat(calls).isEmpty();

            var reach = new AiReach(strict, Optional.of("http://ollama:11434/v1, " + baseUrl() + "/"));
            var own = new ChatEndpoint(reach);
            assertThat(own.ask(settings("gpt", null), null, PROMPT, PATIENCE).text())
                    .isEqualTo("We open at 7.");
            for (var elsewhere : List.of("evil", "/../admin", "/./..", "/%2e%2e/admin", "/x?y=", "/x#y")) {
                assertThatThrownBy(() -> reach.check(baseUrl() + elsewhere)).isInstanceOf(UrlRefused.class);
            }
            reach.close();
        }
    }

    private ChatEndpoint.Said ask() {
        return endpoint.ask(settings("gpt", null), "sk-1", PROMPT, PATIENCE);
    }

    private void assertEndsWith(Trouble trouble) {
        assertThatThrownBy(this::ask)
                .isInstanceOfSatisfying(
                        NoAnswer.class, failed -> assertThat(failed.trouble()).isEqualTo(trouble));
    }

    private AiSettings settings(String model, Double temperature) {
        return new AiSettings(
                baseUrl(), model, "", "", 20, 500, null, Duration.ofSeconds(20), temperature, false, true);
    }

    private String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private static OutgoingClient client(boolean allowsInsecure) {
        return OutgoingClient.of(new OutgoingRules(allowsInsecure, Set.of(443), Duration.ofSeconds(3), PATIENCE));
    }

    private static String completion(String content, String finish) {
        return "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"gpt\",\"choices\":[{\"index\":0,"
                + "\"message\":{\"role\":\"assistant\",\"content\":" + content + "},\"finish_reason\":\"" + finish
                + "\"}]"
                + ",\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":5,\"total_tokens\":16}}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
