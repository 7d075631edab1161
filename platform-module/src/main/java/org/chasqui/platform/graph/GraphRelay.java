package org.chasqui.platform.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * Asks Graph what a client has asked, word for word, and gives its answer word for word: for who passes Graph through. Nothing
 * is tried again by itself, and no redirect is followed, which could lead the token astray.
 *
 * <p>Each question holds a thread of the server for as long as Graph takes. There are places for some of these threads and never
 * for all: when Graph is slow, who asks must not keep its webhooks out.
 */
@ApplicationScoped
public class GraphRelay {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Of the 200 threads that answer requests. */
    private static final int PLACES = 64;

    @Inject
    GraphConfig config;

    final Semaphore places = new Semaphore(PLACES);

    /** For all of an answer: who hangs in the middle of one must not keep a place. */
    Duration patience = PATIENCE;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * What is asked.
     *
     * @param version for example {@code v24.0}; null for the one that is configured
     * @param path behind the version, with a slash in front; the caller has seen to it that it holds nothing but words
     * @param query its members are written as texts, those that hold others as JSON
     * @param body null for none
     */
    public record Question(
            String method,
            @Nullable String version,
            String path,
            ObjectNode query,
            @Nullable JsonNode body) {}

    /**
     * What Graph answers.
     *
     * @param status its HTTP status, whatever it is
     */
    public record Reply(int status, JsonNode body) {}

    /**
     * Asks.
     *
     * @throws RequestFailed PROVIDER_ERROR when Graph cannot be reached or answers nonsense, SERVICE_UNAVAILABLE when as many
     *     questions are under way as may be
     */
    public Reply ask(Question question, String token) {
        if (!places.tryAcquire()) {
            throw new RequestFailed(
                    FailureCode.SERVICE_UNAVAILABLE,
                    "Meta's Graph API is slow, and " + PLACES + " requests wait for it: try again.");
        }
        try {
            return answered(question, token);
        } finally {
            places.release();
        }
    }

    private Reply answered(Question question, String token) {
        var request = HttpRequest.newBuilder(address(config.baseUrl(), question))
                .timeout(patience)
                .header("Authorization", GraphManagement.bearer(token))
                .header("Content-Type", "application/json")
                .method(
                        question.method(),
                        question.body() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(question.body().toString()))
                .build();
        try {
            var answer = WholeAnswer.of(http, request, BodyHandlers.ofByteArray());
            var tree = MAPPER.readTree(answer.body());
            if (tree == null || !tree.isContainerNode()) {
                throw new IOException("no JSON, but status " + answer.statusCode());
            }
            return new Reply(answer.statusCode(), tree);
        } catch (IOException unreachable) {
            throw unreachable(unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unreachable(stopping);
        }
    }

    /** Where the question goes. */
    static URI address(URI configured, Question question) {
        var base = configured.toString();
        var version = question.version();
        var versioned = version == null ? base : base.substring(0, base.lastIndexOf('/') + 1) + version;
        var query = StreamSupport.stream(((Iterable<String>) question.query()::fieldNames).spliterator(), false)
                .map(name -> encoded(name) + "=" + encoded(text(question.query().path(name))))
                .collect(Collectors.joining("&"));
        return URI.create(versioned + question.path() + (query.isEmpty() ? "" : "?" + query));
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private RequestFailed unreachable(Exception cause) {
        return new RequestFailed(
                FailureCode.PROVIDER_ERROR,
                "Meta's Graph API at " + config.baseUrl().getHost()
                        + " could not be reached or did not answer as expected: try again.",
                cause);
    }
}
