package org.chasqui.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Calls an HTTP API with JSON, as a customer's program would. Immutable; for several threads. */
final class Api {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private final String base;
    private final Map<String, String> headers;

    private Api(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** The native API with a key. */
    static Api of(Product product, String key) {
        return new Api(product.baseUrl() + "/api/v1", Map.of("Authorization", "Bearer " + key));
    }

    /** The native API with the key of the first start. */
    static Api of(Product product) {
        return of(product, product.apiKey());
    }

    /** The native API without a key. */
    static Api anonymous(Product product) {
        return new Api(product.baseUrl() + "/api/v1", Map.of());
    }

    /** Any other API with a bearer token. */
    static Api at(String base, String token) {
        return new Api(base, Map.of("Authorization", "Bearer " + token));
    }

    /** The same with one more header. */
    Api with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(base, more);
    }

    /** An answer. */
    record Answer(int status, String text, Map<String, String> headers) {
        JsonNode json() {
            try {
                return MAPPER.readTree(text);
            } catch (IOException noJson) {
                throw new UncheckedIOException(status + " " + text, noJson);
            }
        }

        String errorCode() {
            return json().at("/error/code").asText();
        }

        JsonNode ok() {
            if (status != 200 && status != 201) {
                throw new AssertionError("Expected success, got " + status + " " + text);
            }
            return json();
        }
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    Answer send(String method, String path, String body) {
        try {
            return trySend(method, path, body);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(method + " " + path, unreachable);
        }
    }

    /** As {@link #send}, for those who expect that the other side goes away. */
    Answer trySend(String method, String path, String body) throws IOException {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var first = new HashMap<String, String>();
            response.headers().map().forEach((name, values) -> first.put(name.toLowerCase(), values.get(0)));
            return new Answer(response.statusCode(), response.body(), first);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Asks again and again until there is an answer, a minute at most: a busy machine takes its time. */
    static <T> T await(String what, Supplier<Optional<T>> question) {
        return await(what, Duration.ofMinutes(1), question);
    }

    /** Asks again and again until there is an answer. */
    static <T> T await(String what, Duration patience, Supplier<Optional<T>> question) {
        var pause = new CountDownLatch(1);
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + patience + ": " + what);
            }
            try {
                pause.await(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
