package org.chasqui.messaging.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.mime.InputStreamBody;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.graph.GraphConfig;
import org.chasqui.platform.graph.GraphError;
import org.chasqui.platform.graph.GraphErrors;
import org.jspecify.annotations.Nullable;

/** Files at Meta: {@code POST /{phone}/media}, {@code GET|DELETE /{media-id}} and the bytes behind their addresses. */
@ApplicationScoped
class MetaMedia {
    private static final Logger LOG = System.getLogger(MetaMedia.class.getName());
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int CONNECTIONS = 16;

    @Inject
    GraphConfig graph;

    @Inject
    PhoneNumbers numbers;

    private volatile @Nullable CloseableHttpClient client;

    /** Meta's answer was no success; {@code body} is what it said. */
    static final class Refused extends IOException {
        private final int status;
        private final byte[] body;

        Refused(int status, byte[] body) {
            super("Meta answered " + status);
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        /** What Graph said; empty when something else answered. */
        Optional<GraphError> error() {
            try {
                return GraphErrors.read(status, MAPPER.readTree(body));
            } catch (IOException noJson) {
                return Optional.empty();
            }
        }
    }

    /** Takes the bytes as they come. */
    interface Sink<T> {
        T take(InputStream in) throws IOException;
    }

    @PreDestroy
    void close() {
        if (client != null) {
            client.close(CloseMode.GRACEFUL);
        }
    }

    /**
     * Uploads a file for a number.
     *
     * @return the id that only this number may use, for thirty days
     * @throws Refused when Meta says no
     * @throws IOException when Meta cannot be reached
     */
    String upload(SenderNumber number, MediaView media, InputStream bytes) throws IOException {
        var type = ContentType.parse(media.mime());
        var name = media.fileName() == null ? "file" : media.fileName();
        var size = media.size() == null ? -1 : media.size();
        var post = new HttpPost(URI.create(graph.baseUrl() + "/" + number.phoneNumberId() + "/media"));
        post.setEntity(MultipartEntityBuilder.create()
                .addTextBody("messaging_product", "whatsapp")
                .addTextBody("type", media.mime())
                .addPart("file", new InputStreamBody(bytes, type, name) {
                    @Override
                    public long getContentLength() {
                        return size;
                    }
                })
                .build());
        var id = call(number, post, MetaMedia::json).path("id").asText();
        if (id.isEmpty()) {
            throw new IOException("Meta answered an upload without an id");
        }
        return id;
    }

    /** {@code {url, mime_type, sha256, file_size}} of a file; the address is good for five minutes. */
    JsonNode describe(SenderNumber number, String metaId) throws IOException {
        var path = "/" + metaId + "?phone_number_id=" + number.phoneNumberId();
        return call(number, new HttpGet(URI.create(graph.baseUrl() + path)), MetaMedia::json);
    }

    /**
     * Reads the bytes behind an address that {@link #describe} gave.
     *
     * @throws IOException also when the address is none of Meta's: the token goes nowhere else
     */
    <T> T download(SenderNumber number, String address, Sink<T> sink) throws IOException {
        var uri = URI.create(address);
        if (!isMetas(uri, graph.baseUrl())) {
            throw new IOException("the address of a file is not one of Meta's: " + uri.getHost());
        }
        return call(number, new HttpGet(uri), response -> {
            try (var in = response.getEntity() == null
                    ? InputStream.nullInputStream()
                    : response.getEntity().getContent()) {
                return sink.take(in);
            }
        });
    }

    /** Removes a file at Meta; that it does not work is no harm, because Meta removes it after thirty days. */
    void tryToDelete(SenderNumber number, String metaId) {
        try {
            call(number, new HttpDelete(URI.create(graph.baseUrl() + "/" + metaId)), MetaMedia::json);
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.DEBUG, "a file was not removed at Meta", failed);
        }
    }

    /** Meta serves files from these hosts, always encrypted; a Graph elsewhere (the sandbox) serves them itself. */
    static boolean isMetas(URI address, URI graph) {
        var host = address.getHost();
        if (host == null || address.getUserInfo() != null) {
            return false;
        }
        var name = host.toLowerCase(Locale.ROOT);
        boolean graphs = name.equalsIgnoreCase(graph.getHost())
                && String.valueOf(address.getScheme()).equalsIgnoreCase(graph.getScheme())
                && address.getPort() == graph.getPort();
        return graphs
                || "https".equalsIgnoreCase(address.getScheme())
                        && address.getPort() == -1
                        && (name.endsWith(".fbsbx.com") || name.endsWith(".whatsapp.net"));
    }

    private <T> T call(SenderNumber number, HttpUriRequestBase request, Answer<T> reader) throws IOException {
        request.setHeader("Authorization", "Bearer " + numbers.accessToken(number));
        return client().execute(request, response -> {
            if (response.getCode() != 200) {
                var entity = response.getEntity();
                throw new Refused(
                        response.getCode(),
                        entity == null ? new byte[0] : EntityUtils.toByteArray(entity, LARGEST_ANSWER));
            }
            return reader.read(response);
        });
    }

    private interface Answer<T> {
        T read(ClassicHttpResponse response) throws IOException;
    }

    private static JsonNode json(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        var tree = entity == null ? null : MAPPER.readTree(EntityUtils.toByteArray(entity, LARGEST_ANSWER));
        return tree == null ? MAPPER.missingNode() : tree;
    }

    private CloseableHttpClient client() {
        var ready = client;
        if (ready == null) {
            synchronized (this) {
                ready = client;
                if (ready == null) {
                    ready = build();
                    client = ready;
                }
            }
        }
        return ready;
    }

    private static CloseableHttpClient build() {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(5, TimeUnit.SECONDS)
                        .setSocketTimeout(30, TimeUnit.SECONDS)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(30, TimeUnit.SECONDS)
                        .setResponseTimeout(60, TimeUnit.SECONDS)
                        .build())
                .disableAutomaticRetries()
                // A redirect could lead the token astray.
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                // Lookaside refuses clients without a name.
                .setUserAgent("Chasqui")
                .build();
    }
}
