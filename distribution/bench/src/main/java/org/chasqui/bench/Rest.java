package org.chasqui.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Administrative calls with JSON: few, and none of them is measured. */
final class Rest {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final LongAdder UNAVAILABLE = new LongAdder();
    private static final Duration LONG_UPLOAD = Duration.ofMinutes(15);
    private static final int TRIES = 20;
    private static final Duration AGAIN_AFTER = Duration.ofMillis(100);

    private final String base;
    private final String token;

    Rest(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** How often a call was answered with 503 and made again. */
    static long unavailable() {
        return UNAVAILABLE.sum();
    }

    JsonNode get(String path) {
        return Json.read(text(send("GET", path, null)));
    }

    JsonNode post(String path, @Nullable JsonNode body) {
        return Json.read(text(send("POST", path, body)));
    }

    void put(String path, JsonNode body) {
        send("PUT", path, body);
    }

    void patch(String path, JsonNode body) {
        send("PATCH", path, body);
    }

    void delete(String path) {
        send("DELETE", path, null);
    }

    /** The lines of an answer, as they come. */
    Stream<String> lines(String path) {
        try {
            var response = HTTP.send(request("GET", path, null), HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() / 100 != 2) {
                throw new BenchFailed("GET " + path + " was answered with " + response.statusCode() + ".");
            }
            return response.body();
        } catch (IOException unreachable) {
            throw new BenchFailed("GET " + path + " got no answer: " + unreachable.getMessage(), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted", interrupted);
        }
    }

    /** Posts a file as it is on the disk; answers when it was read to its end. */
    JsonNode upload(String path, Path file, String type) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(LONG_UPLOAD)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build();
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return Json.object().put("http_status", response.statusCode()).set("answer", Json.read(text(response)));
        } catch (IOException unreachable) {
            throw new BenchFailed("POST " + path + " got no answer: " + unreachable.getMessage(), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted", interrupted);
        }
    }

    private static byte[] text(HttpResponse<byte[]> response) {
        return response.body().length == 0 ? "null".getBytes(StandardCharsets.US_ASCII) : response.body();
    }

    private HttpResponse<byte[]> send(String method, String path, @Nullable JsonNode body) {
        try {
            var request = request(method, path, body);
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            for (int tries = 1; response.statusCode() == 503 && tries < TRIES; tries++) {
                // A server under load may say so; that is worth a line in the report, not the end of a run.
                UNAVAILABLE.increment();
                Pause.of(AGAIN_AFTER);
                response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            }
            if (response.statusCode() / 100 != 2) {
                throw new BenchFailed(method + " " + path + " was answered with " + response.statusCode() + ": "
                        + excerpt(response.body()));
            }
            return response;
        } catch (IOException unreachable) {
            throw new BenchFailed(method + " " + path + " got no answer: " + unreachable.getMessage(), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted", interrupted);
        }
    }

    private static String excerpt(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(300, text.length()));
    }

    private HttpRequest request(String method, String path, @Nullable JsonNode body) {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return request.build();
    }
}
