package org.chasqui.platform.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/**
 * Meta's resumable uploads: for samples of templates and for profile pictures, not for messages. A broken upload goes on
 * where Meta has stopped reading.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/upload">Resumable Upload API</a>
 */
@ApplicationScoped
public class GraphUploads {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST_TRIES = 3;
    private static final int FIRST_ERROR = 400;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    GraphClient graph;

    @Inject
    GraphConfig config;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /** A file that can be read from its beginning as often as needed. */
    public interface Source {
        /** The file's bytes. */
        InputStream open() throws IOException;
    }

    /**
     * Uploads a file.
     *
     * @param token of the account
     * @param bytes how many there are
     * @return the handle, {@code 4::…}, that Meta takes as a sample
     * @throws GraphFailed when Graph refuses
     * @throws RequestFailed PROVIDER_ERROR when Graph cannot be reached, NUMBER_NOT_READY without an app
     */
    public String upload(String token, String name, String mime, long bytes, Source source) {
        var app = config.appId()
                .orElseThrow(() -> new RequestFailed(
                        FailureCode.NUMBER_NOT_READY,
                        "Samples are uploaded in the name of your app: set chasqui.meta.app-id."));
        var session = graph.call(api -> api.openUpload(GraphManagement.bearer(token), app, name, bytes, mime));
        var address = URI.create(config.baseUrl() + "/" + session.id());
        IOException last = new IOException("nothing was tried");
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                long offset = tries == 0 ? 0 : offset(address, token);
                return send(address, token, offset, bytes, source);
            } catch (IOException failed) {
                last = failed;
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new RequestFailed(
                FailureCode.PROVIDER_ERROR, "The sample could not be uploaded to Meta: try again.", last);
    }

    private String send(URI address, String token, long offset, long bytes, Source source)
            throws IOException, InterruptedException {
        // Meta may have read all of it, and only its answer was lost.
        var rest = offset == bytes
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> from(source, offset)), bytes - offset);
        var request = request(address, token)
                .header("file_offset", Long.toString(offset))
                .POST(rest)
                .build();
        var handle = ask(request).path("h").asText("");
        if (handle.isEmpty()) {
            throw new IOException("Meta answered without a handle");
        }
        return handle;
    }

    private long offset(URI address, String token) throws IOException, InterruptedException {
        return ask(request(address, token).GET().build()).path("file_offset").asLong(0);
    }

    private static HttpRequest.Builder request(URI address, String token) {
        // This one service wants another word than Bearer.
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Authorization", "OAuth " + token);
    }

    private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        var answer = WholeAnswer.of(http, request, BodyHandlers.ofByteArray());
        var body = MAPPER.readTree(answer.body());
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new GraphFailed(GraphErrors.read(answer.statusCode(), body)
                    .orElseThrow(() -> new IOException("HTTP status " + answer.statusCode())));
        }
        return body;
    }

    private static InputStream from(Source source, long offset) {
        try {
            var stream = source.open();
            stream.skipNBytes(offset);
            return stream;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
