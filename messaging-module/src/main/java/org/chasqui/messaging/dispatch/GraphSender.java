package org.chasqui.messaging.dispatch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.graph.GraphConfig;
import org.jspecify.annotations.Nullable;

/**
 * Posts a message to Graph and tells what happened on the wire. Apache's classic client, because it carries the rate at
 * a fraction of the CPU of the JDK's (bin/bench compares them); everything that could post a second time by itself is
 * off.
 */
@ApplicationScoped
class GraphSender {
    private static final int LARGEST_ANSWER = 64 * 1024;

    @Inject
    DispatchConfig config;

    @Inject
    GraphConfig graph;

    @Inject
    Clock clock;

    private volatile @Nullable CloseableHttpClient client;

    @PreDestroy
    void close() {
        if (client != null) {
            client.close(CloseMode.GRACEFUL);
        }
    }

    CallResult post(SenderNumber number, String token, String payload) {
        var entity = new WatchedEntity(payload.getBytes(StandardCharsets.UTF_8));
        var at = clock.instant();
        long start = System.nanoTime();
        try {
            var request = new HttpPost(URI.create(graph.baseUrl() + "/" + number.phoneNumberId() + "/messages"));
            request.setEntity(entity);
            request.setHeader("Authorization", "Bearer " + token);
            return client().execute(request, response -> answer(response, at, start));
        } catch (IOException | RuntimeException failed) {
            return new CallResult(at, millisSince(start), 0, null, failed, entity.begun);
        }
    }

    private static CallResult answer(ClassicHttpResponse response, Instant at, long start) throws IOException {
        var entity = response.getEntity();
        var body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity, LARGEST_ANSWER);
        return new CallResult(at, millisSince(start), response.getCode(), body, null, true);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
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

    private CloseableHttpClient build() {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(config.connections())
                .setMaxConnPerRoute(config.connections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(config.connectTimeout()))
                        .setSocketTimeout(Timeout.of(config.responseTimeout()))
                        // A pooled connection that the other side has closed would turn into an ambiguous outcome.
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(config.connectTimeout()))
                        .setResponseTimeout(Timeout.of(config.responseTimeout()))
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Chasqui")
                .build();
    }

    /** Knows whether any byte of it may have left: the difference between "not sent" and "nobody knows". */
    private static final class WatchedEntity extends HttpEntityWrapper {
        private volatile boolean begun;

        private WatchedEntity(byte[] body) {
            super(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            begun = true;
            super.writeTo(out);
        }
    }
}
