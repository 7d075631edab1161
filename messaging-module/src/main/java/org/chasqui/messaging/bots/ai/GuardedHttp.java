package org.chasqui.messaging.bots.ai;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chasqui.platform.outgoing.OutgoingClient;
import org.chasqui.platform.outgoing.UrlRefused;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP that langchain4j gets from us: addresses that customers gave are called under the rules of
 * {@link OutgoingClient} and no others, an answer is read up to a limit, and all of it takes as long as the bot allows.
 */
final class GuardedHttp implements HttpClient {
    /** A giant answer that is still sensible JSON is judged by its length later on; this keeps the heap. */
    private static final int READ_LIMIT = 512 * 1024;

    private static final int LONGEST_REASON = 200;

    private final OutgoingClient client;
    private final Duration timeout;

    private GuardedHttp(OutgoingClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    /** For langchain4j's builders; what they say about time-outs does not matter. */
    static HttpClientBuilder builder(OutgoingClient client, Duration timeout) {
        return new Builder(client, timeout);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var answer = call(request);
        var headers = new HashMap<String, List<String>>();
        answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return SuccessfulHttpResponse.builder()
                .statusCode(answer.status())
                .headers(headers)
                .body(new String(answer.body(), StandardCharsets.UTF_8))
                .build();
    }

    private OutgoingClient.Answer call(HttpRequest request) {
        try {
            var body = request.body() == null ? new byte[0] : request.body().getBytes(StandardCharsets.UTF_8);
            var answer = client.call(
                    new OutgoingClient.Call(
                            request.method().name(), AiReach.uri(request.url()), headers(request), body, READ_LIMIT),
                    timeout);
            if (answer.status() / 100 != 2) {
                throw refusal(answer);
            }
            if (answer.isCut()) {
                throw new NoAnswer(Trouble.ANSWER_TOO_LARGE, "more than " + READ_LIMIT / 1024 + " KB");
            }
            return answer;
        } catch (UrlRefused refused) {
            throw new NoAnswer(Trouble.ADDRESS_REFUSED, "the address " + refused.getMessage());
        } catch (SocketTimeoutException slow) {
            throw new NoAnswer(Trouble.TIMED_OUT, slow.getMessage());
        } catch (IOException unreachable) {
            throw new NoAnswer(Trouble.UNREACHABLE, unreachable.getMessage());
        }
    }

    private static Map<String, String> headers(HttpRequest request) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.remove("User-Agent");
        return headers;
    }

    private static NoAnswer refusal(OutgoingClient.Answer answer) {
        var status = "HTTP " + answer.status();
        return switch (answer.status()) {
            case 401, 403 -> new NoAnswer(Trouble.WRONG_KEY, status);
            case 404 -> new NoAnswer(Trouble.WRONG_MODEL, status + reason(answer));
            case 408, 504 -> new NoAnswer(Trouble.TIMED_OUT, status);
            case 402, 429 -> new NoAnswer(Trouble.THROTTLED, status);
            default ->
                answer.status() < 500
                        ? new NoAnswer(Trouble.REQUEST_REFUSED, status + reason(answer))
                        : new NoAnswer(Trouble.SERVER_FAILED, status);
        };
    }

    /** The message in OpenAI's envelope, for who has to mend it. Answers about keys are left out: some quote them. */
    private static String reason(OutgoingClient.Answer answer) {
        var message = message(answer.body());
        if (message == null || message.isBlank()) {
            return "";
        }
        var line = message.strip().replaceAll("\\p{Cntrl}+", " ");
        return ": " + (line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + " …" : line);
    }

    private static @Nullable String message(byte[] body) {
        try {
            return Json.mapper().readTree(body).at("/error/message").textValue();
        } catch (JsonProcessingException noJson) {
            return null;
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes that cannot be read", impossible);
        }
    }

    /** Answers are asked for whole: a stream could not be looked at before it is sent. */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are not streamed");
    }

    private record Builder(OutgoingClient client, Duration timeout) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new GuardedHttp(client, timeout);
        }
    }
}
